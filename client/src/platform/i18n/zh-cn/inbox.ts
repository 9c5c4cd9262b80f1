/** What somebody is told in the app. */
export const words = {
  'inbox.title': '消息',
  'inbox.lead': '和你有关的事都在这里，新的在前。',
  'inbox.reading': '正在读消息',
  'inbox.empty.title': '还没有消息',
  'inbox.empty.body': '填报退回、通过、发布，活动结束后该补录，直播链接播不了，都会在这里告诉你。',
  'inbox.more': '更早的消息',
  'inbox.unread': '未读',
  'inbox.kind.filing.returned': '填报退回了，请按意见修改',
  'inbox.kind.filing.approved': '填报通过了，半分钟后发布',
  'inbox.kind.filing.published': '活动已发布',
  'inbox.kind.stream.failed': '直播链接现在播不了，请查看或更换',
  'inbox.kind.supplement.due': '活动结束了，请补录成果',
  'inbox.kind.supplement.unlocked': '补录重新开放了，请在期限内补完',
  'inbox.untitled': '未命名',
  'inbox.closed.title': '登录后看消息',
  'inbox.closed.body': '消息按账号发。',
};
