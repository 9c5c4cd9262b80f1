import type { QueueItem, QueueRoom } from '@yunhui/contracts';
import type { Desk } from '../desk.context.js';
import { focusSearch } from '../head/desk-search.js';
import { slowerMode, withPart } from '../modes/mode.rules.js';
import { useQuickMode } from '../modes/use-quick-mode.js';
import { toldMessage } from '../people/told-message.js';
import { focusedItem, openRowFrom } from '../queue/queue.reducer.js';
import { useRetract } from '../verdict/use-retract.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import { useDeskKeys } from './use-desk-keys.js';
import { useWayBack } from './use-way-back.js';

/** What each key does on the desk. Whoever only watches has no verdicts. */
export function useQueueKeys(desk: Desk, address: DeskAddress, rooms: readonly QueueRoom[]): void {
  const { queue, verdicts, ruleFor, decides, open } = desk;
  const quickMode = useQuickMode();
  const retract = useRetract();
  const { place } = useDeskWords();
  const step = (way: 1 | -1) => () => {
    const { state } = queue;
    const next = openRowFrom(state, state.focus, way);
    if (next !== undefined) queue.tell({ type: 'focused', id: next });
  };
  const room = (way: 1 | -1) => () => {
    const topics = [undefined, ...rooms.map(({ topic }) => topic)];
    const at = topics.indexOf(address.topic) + way;
    address.go({ topic: topics[(at + topics.length) % topics.length] });
  };
  const withItem = (act: (item: QueueItem) => void) => () => {
    const item = focusedItem(queue.state);
    if (item) act(item);
  };
  const verdictKeys = {
    pass: withItem((item) => verdicts.decide(item, { verdict: 'passed' })),
    passAll: withItem((item) => verdicts.decideAll(item, { verdict: 'passed' })),
    mask: withItem((item) => (item.findings.length > 0 ? verdicts.decide(item, { verdict: 'passed', masked: true }) : undefined)),
    reject: withItem((item) => verdicts.decide(item, { verdict: 'rejected', rule: ruleFor(item) })),
    rejectAll: withItem((item) => verdicts.decideAll(item, { verdict: 'rejected', rule: ruleFor(item) })),
    undo: () => verdicts.undoLast(),
    mute: withItem((item) => open({ treat: toldMessage(item) })),
    retract: withItem((item) => (item.state === 'passed' ? void retract(item) : undefined)),
    note: withItem(() => open('note')),
    slow: withItem((item) => void quickMode(item.topic, place(item), slowerMode)),
    review: withItem((item) => void quickMode(item.topic, place(item), (mode) => withPart(mode, 'reviewFirst', !mode.reviewFirst))),
    shield: () => open('shield'),
  };
  const showsQueue = address.list === 'queue';
  const cut = () => {
    const item = showsQueue ? focusedItem(queue.state) : undefined;
    open({ cutAt: slugOf(item?.topic ?? address.topic) });
  };
  useWayBack();
  useDeskKeys({
    ...(showsQueue && { next: step(1), previous: step(-1), urgent: () => queue.take() }),
    roomBefore: room(-1),
    roomAfter: room(1),
    search: focusSearch,
    // Nobody decides what they do not see.
    ...(decides && showsQueue && verdictKeys),
    cut,
    context: () => document.querySelector<HTMLElement>('[data-desk-context]')?.focus(),
    help: () => open('keys'),
  });
}

/** The channel of a room; a campaign-wide topic is no channel's. */
const slugOf = (topic: string | undefined): string | undefined => (topic?.startsWith('room:') ? topic.slice('room:'.length) : undefined);
