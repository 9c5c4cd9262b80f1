import type { BurstDecided, DecideBurst, DecideHold, HoldDecidedProblem, QueueItem, QueuePage } from '@yunhui/contracts';
import { read, refusalOf, remove, write } from '../../../platform/http.js';
import type { QueueView } from './queue.types.js';

const holdPath = (id: string, rest: string): string => `/moderation/holds/${id}/${rest}`;
const burstPath = (id: string, rest: string): string => `/moderation/bursts/${encodeURIComponent(id)}/${rest}`;

/** A page of the queue, most urgent first. */
export function readHolds({ topic, filter, words }: QueueView, cursor: string | undefined, signal: AbortSignal): Promise<QueuePage> {
  const asked = new URLSearchParams({ filter });
  if (topic !== undefined) asked.set('topic', topic);
  if (words.trim() !== '') asked.set('q', words.trim());
  if (cursor !== undefined) asked.set('cursor', cursor);
  return read<QueuePage>(`/moderation/holds?${asked.toString()}`, signal);
}

/** Items by their ids, decided ones too; one that is gone, or that one may not know, is left out. */
export const readHoldsById = (ids: readonly string[]): Promise<QueuePage> => read<QueuePage>(`/moderation/holds?ids=${ids.join(',')}`);

/** Tells colleagues that one looks at it; asked again it lasts longer. `take` takes it over from a colleague. */
export const claimHold = (id: string, take = false): Promise<QueueItem> => write<QueueItem>(holdPath(id, 'claim'), { take });
export const releaseHold = (id: string): Promise<unknown> => remove(holdPath(id, 'claim'));

/** What is said of an item: of the version one has seen, so that a colleague who was first is not overruled unseen. */
export type Said = Omit<DecideHold, 'version'>;

export const decideHold = ({ id, version }: QueueItem, said: Said): Promise<QueueItem> =>
  write<QueueItem>(holdPath(id, 'verdict'), { version, ...said } satisfies DecideHold);
export const undoVerdict = ({ id, version }: QueueItem): Promise<QueueItem> => write<QueueItem>(holdPath(id, 'undo'), { version });

/** All of a burst at once, whatever has come to it since it was drawn. */
export const decideBurst = (id: string, said: DecideBurst): Promise<BurstDecided> => write<BurstDecided>(burstPath(id, 'verdict'), said);
/** The verdict that is taken back is named by the answer to it. */
export const undoBurst = (id: string, verdict: string): Promise<BurstDecided> => write<BurstDecided>(burstPath(id, 'undo'), { verdict });

/** The item as a colleague has made it, when that is why the hub refuses. */
export function itemOf(error: unknown): QueueItem | undefined {
  const refusal: Partial<HoldDecidedProblem> | undefined = refusalOf(error);
  return refusal?.item;
}
