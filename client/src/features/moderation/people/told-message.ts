import type { QueueItem } from '@yunhui/contracts';

/** A message of somebody else, as far as reporting or treating it needs it. */
export type ToldMessage = { topic: string; seq: number; id: string; text: string; author: { id: string; name: string } };

/** The same of what stands in the moderators' queue: it has no number yet. */
export const toldMessage = ({ topic, id, text, author }: Pick<QueueItem, 'topic' | 'id' | 'text' | 'author'>): ToldMessage => ({
  topic,
  seq: 0,
  id,
  text,
  author: { id: author.id, name: author.name },
});
