/** 长辈模式. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'elder.title': '长辈模式',
} as const;
