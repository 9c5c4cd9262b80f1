/** What is done with a message in which a term stands, mildest first. */
export const actions = ['mask', 'hold', 'reject', 'mute'] as const;
export type Action = (typeof actions)[number];
export type Level = 0 | 1 | 2 | 3 | 4;

export type Term = { id: string; term: string; category: string; level: Level; action: Action };
