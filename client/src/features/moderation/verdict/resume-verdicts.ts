import { readHoldsById } from '../queue/holds.js';
import type { QueueDesk } from '../queue/queue-desk.js';
import type { KeptVerdicts } from './kept-verdicts.js';
import { untilAnswered } from './sending.js';
import type { Lost, VerdictDesk } from './verdict-desk.js';

type Resumed = { queue: QueueDesk; verdicts: VerdictDesk; kept: KeptVerdicts; tellLost: (lost: Lost) => void };

/**
 * Goes on with what the hub had not heard when this tab was loaded again, for as long as it takes or until `end`. What somebody
 * else has decided meanwhile is theirs; what one's own lost answer was about is decided already.
 */
export async function resumeVerdicts({ queue, verdicts, kept, tellLost }: Resumed, end: AbortSignal): Promise<void> {
  const unheard = kept.all();
  if (unheard.length === 0) return;
  const { items } = await untilAnswered(
    () => readHoldsById(unheard.map(({ id }) => id)),
    end,
    () => undefined,
  );
  queue.learn(items);
  for (const { id, version, said, ofBurst } of unheard) {
    kept.drop(id);
    const item = items.find((one) => one.id === id);
    const theirs = item && item.version > version && item.decided?.by?.id !== queue.me ? item : undefined;
    if (theirs) tellLost({ was: 'verdict', theirs, error: undefined });
    else if (item && ofBurst) verdicts.decideAll(item, said);
    else if (item) verdicts.decide(item, said);
  }
}
