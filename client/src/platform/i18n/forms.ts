/** The online forms of the notices in English. A form that is not among them keeps its own word. */
export const formsEn: Readonly<Record<string, string>> = {
  直播: 'Live stream',
  短视频展播: 'Short videos',
  话题互动: 'Conversation',
  VR: 'VR',
  小程序: 'Mini program',
  网上答题: 'Online quiz',
  知识竞赛: 'Contest',
  云讲堂: 'Online talk',
  云课堂: 'Online class',
  云看展: 'Online exhibition',
  云发布: 'Online launch',
};
