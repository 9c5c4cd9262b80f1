/** Signing in. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'account.signOut': '退出登录',
  'account.title': '登录',
  'account.lead': '主播方、审核方和主办方在这里登录。看直播和聊天不用登录。',
  'account.login': '账号',
  'account.password': '密码',
  'account.submit': '登录',
  'account.submitting': '正在登录',
  'account.guestAs': '访客：{{name}}',
  'account.roles': '身份：{{roles}}',
  'account.role.host': '主播方',
  'account.role.reviewer': '审核方',
  'account.role.moderator': '审核员',
  'account.role.operator': '主办方',
  'account.toDesk': '去审核台',
  'account.toHost': '去我的直播源',
  'account.toLobby': '去大厅',
} as const;
