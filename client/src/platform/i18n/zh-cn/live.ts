/** 直播台: what a host says to who watches. */
export const words = {
  'live.announce': '公告',
  'live.announce.label': '对正在看的人说',
  'live.announce.send': '发布公告',
  'live.announce.done': '公告已发布。',
  'live.announce.unsent': '公告没有发出，请再试一次。',
  'live.announced': '最近的公告',
} as const;
