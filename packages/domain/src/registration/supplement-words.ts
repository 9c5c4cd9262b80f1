/** What is found in a supplement, and what to do about it, in both languages; `{name}` is filled in. */
export const supplementFindingWords = {
  'summary.missing': {
    says: { zh: '还没有活动总结', en: 'There is no summary' },
    todo: { zh: '写清办了什么、多少人参加、效果怎样', en: 'Say what took place, how many took part, and what came of it' },
  },
  'photos.missing': {
    says: { zh: '还没有现场图片', en: 'There are no pictures' },
    todo: { zh: '上传几张，或贴上相册的地址', en: 'Upload some, or paste the address of an album' },
  },
  'online.missing': {
    says: { zh: '线上活动没有直播或在线地址', en: 'An online activity has no address' },
    todo: { zh: '贴上直播、回放或在线活动的地址', en: 'Paste the address of the stream, its replay or the online activity' },
  },
  'videos.missing': {
    says: { zh: '没有线下活动视频', en: 'There is no video of what took place on site' },
    todo: { zh: '有就贴上地址', en: 'Paste its address if there is one' },
  },
  'news.missing': {
    says: { zh: '没有新闻报道', en: 'There is no report in the news' },
    todo: { zh: '有就贴上链接', en: 'Paste links if there are any' },
  },
  'scienceWorkers.missing': {
    says: { zh: '没有填科技工作者人数', en: 'The number of science workers is missing' },
    todo: { zh: '没有人参加就填 0', en: 'Write 0 if none took part' },
  },
  'workerList.missing': {
    says: { zh: '没有科技工作者名单', en: 'The list of science workers is missing' },
    todo: { zh: '一行写一位，只有审核员能看到', en: 'One person a line; only reviewers see it' },
  },
  'workerList.count': {
    says: { zh: '名单有 {named} 位，人数填的是 {counted}', en: 'The list names {named}, the number says {counted}' },
    todo: { zh: '核对人数和名单', en: 'Check the number and the list' },
  },
  'address.malformed': {
    says: { zh: '这不是能打开的网址', en: 'This is no address that can be opened' },
    todo: { zh: '贴上以 https:// 开头的完整地址', en: 'Paste the whole address, from https:// on' },
  },
} as const satisfies Record<string, { says: { zh: string; en: string }; todo: { zh: string; en: string } }>;
export type SupplementFindingCode = keyof typeof supplementFindingWords;
