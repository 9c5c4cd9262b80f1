/** Sharing: card, poster, sheet. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'share.title': '分享',
} as const;
