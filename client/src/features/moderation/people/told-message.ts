/** A message of somebody else, as far as reporting or treating it needs it. */
export type ToldMessage = { topic: string; seq: number; id: string; text: string; author: { id: string; name: string } };
