/** The pages of topics 话题. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'topics.title': '话题',
} as const;
