/** A link that is good once, as it is told. */
export const words = {
  'link.label': '链接',
  'link.body': '只能用一次，{{day}} {{clock}} 前有效。关上后不再显示，请现在发给本人。',
  'link.copy': '复制链接',
  'link.copied': '链接已复制',
  'link.notCopied': '没能复制，请长按链接来复制',
  'link.scan': '用手机扫这个码打开链接',
} as const;
