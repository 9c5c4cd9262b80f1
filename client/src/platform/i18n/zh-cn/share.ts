/** Sharing: sheet, card, poster. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'share.title': '分享',
  'share.sheet': '分享给朋友',
  'share.system': '用系统分享',
  'share.copy': '复制链接',
  'share.copied': '已复制',
  'share.copyByHand': '请长按链接复制',
  'share.poster': '生成海报',
  'share.posterAlt': '海报：{{title}}，扫码打开',
  'share.drawing': '正在画海报',
  'share.drawFailed': '海报没有画出来，可以先复制链接。',
  'share.hold': '长按图片保存',
  'share.download': '保存图片',
  'share.invitation': '扫码打开',
  'share.preview': '分享出去的样子',
} as const;
