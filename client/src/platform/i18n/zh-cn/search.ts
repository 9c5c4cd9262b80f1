/** Search. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'search.title': '搜索',
} as const;
