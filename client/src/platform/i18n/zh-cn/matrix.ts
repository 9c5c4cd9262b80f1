/** The matrix. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'matrix.title': '矩阵',
} as const;
