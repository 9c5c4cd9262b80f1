import type { QueueItem } from '@yunhui/contracts';
import { byUrgency } from './order.rules.js';
import type { Asked, QueueEvent, QueueState } from './queue.types.js';

export const emptyQueue: QueueState = {
  status: 'reading',
  rows: [],
  items: new Map(),
  waiting: [],
  unread: 0,
  focus: undefined,
  asked: new Map(),
  next: undefined,
  counts: undefined,
  oldestAt: undefined,
};

/**
 * Keeps the rows where they are: a new item goes to the end when it belongs there, else behind the chip, and what is
 * decided stays in its row. Only `taken` puts rows in order, which one asks for, or which happens when nothing is left to do.
 */
export function queueAfter(state: QueueState, event: QueueEvent): QueueState {
  switch (event.type) {
    case 'listed':
      return listed(state, event);
    case 'failed':
      return state.status === 'read' ? state : { ...state, status: 'failed' };
    case 'more':
      return more(state, event);
    case 'read':
      return arrived(state, event);
    case 'gone':
      return gone(state, event.ids);
    case 'counted':
      return { ...state, unread: state.unread + event.count };
    case 'figured':
      return { ...state, counts: event.counts, oldestAt: event.oldestAt };
    case 'taken':
      return taken(state, event);
    case 'focused':
      return state.focus === event.id ? state : { ...state, focus: event.id };
    case 'asked':
      return asked(state, event);
    case 'unheard':
      return unheard(state, event.id);
    case 'answered':
      return answered(state, event.ids, event.items);
  }
}

/** The item that one is on. */
export const focusedItem = ({ focus, items }: QueueState): QueueItem | undefined => (focus === undefined ? undefined : items.get(focus));

/** Whether an item still waits for a verdict, one's own that is on its way counted as one. */
export const isOpen = ({ items, asked: own }: QueueState, id: string): boolean => items.get(id)?.state === 'held' && !own.has(id);

/** The row that comes next among those still to decide, skipping what a colleague has; backwards with `step` −1. */
export function openRowFrom(state: QueueState, from: string | undefined, step: 1 | -1, skipsClaimedFor?: string): string | undefined {
  const at = from === undefined ? (step === 1 ? -1 : state.rows.length) : state.rows.indexOf(from);
  const wanted = (id: string): boolean => isOpen(state, id) && !isColleagues(state.items.get(id), skipsClaimedFor);
  return step === 1 ? state.rows.slice(at + 1).find(wanted) : state.rows.slice(0, Math.max(0, at)).findLast(wanted);
}

const isColleagues = (item: QueueItem | undefined, me: string | undefined): boolean =>
  me !== undefined && item?.claim !== undefined && item.claim.by.id !== me;

function listed(state: QueueState, { items, next, now }: Extract<QueueEvent, { type: 'listed' }>): QueueState {
  const rows = items.toSorted(byUrgency(now)).map(({ id }) => id);
  const { asked: own, counts, oldestAt } = state;
  return { ...emptyQueue, status: 'read', asked: own, counts, oldestAt, rows, items: byId(items), next, focus: rows[0] };
}

function more(state: QueueState, { items, next }: Extract<QueueEvent, { type: 'more' }>): QueueState {
  const news = items.filter(({ id }) => !state.items.has(id));
  return { ...state, rows: [...state.rows, ...news.map(({ id }) => id)], items: withItems(state.items, items), next };
}

/** Known ones are brought up to date; new ones find their place without moving a row. */
function arrived(state: QueueState, { items, now, me }: Extract<QueueEvent, { type: 'read' }>): QueueState {
  const news = items.filter(({ id, state: is }) => is === 'held' && !state.items.has(id)).toSorted(byUrgency(now));
  const known = items.filter((item) => isNewer(item, state.items.get(item.id)));
  if (news.length === 0 && known.length === 0 && state.rows.some((id) => isOpen(state, id))) return state;
  const updated = {
    ...state,
    items: withItems(state.items, [...known, ...news]),
    waiting: state.waiting.filter((id) => known.every((item) => item.id !== id || item.state === 'held')),
  };
  const placed = news.length === 0 ? updated : place(updated, news, now);
  if (placed.rows.some((id) => isOpen(placed, id))) return placed;
  const isBeingRead = placed.waiting.length === 0 && placed.rows.some((id) => wasJustDecided(placed.items.get(id), now));
  return isBeingRead ? placed : taken(placed, { now, me });
}

/**
 * What a colleague has decided is read before it leaves: who was second would else hardly see whose verdict it was. What ran out
 * is nobody's; and a clock that goes wrong keeps nothing here.
 */
const READ_MS = 10_000;

const wasJustDecided = (item: QueueItem | undefined, now: number): boolean =>
  item?.decided?.by !== undefined && Math.abs(now - Date.parse(item.decided.at)) < READ_MS;

function place(state: QueueState, news: readonly QueueItem[], now: number): QueueState {
  const last = state.items.get(state.rows.findLast((id) => isOpen(state, id)) ?? '');
  const compare = byUrgency(now);
  const atEnd = news.filter((item) => last !== undefined && compare(last, item) < 0);
  const ahead = news.filter((item) => !atEnd.includes(item));
  return {
    ...state,
    // Beyond the last row that was read the list goes on: there they come with the next page.
    rows: state.next === undefined ? [...state.rows, ...atEnd.map(({ id }) => id)] : state.rows,
    items: state.next === undefined ? state.items : without(state.items, atEnd),
    waiting: [...state.waiting, ...ahead.map(({ id }) => id)],
  };
}

/** Puts everything in order. What one may still take back stays, at the end; what else was decided leaves. */
function taken(state: QueueState, { now, me }: { now: number; me: string }): QueueState {
  const all = [...new Set([...state.rows, ...state.waiting])].flatMap((id) => state.items.get(id) ?? []);
  const open = all.filter(({ id }) => isOpen(state, id)).toSorted(byUrgency(now));
  const kept = all.filter((item) => !open.includes(item) && (state.asked.has(item.id) || mayTakeBack(item, me, now)));
  const items = [...open, ...kept];
  const rows = items.map(({ id }) => id);
  return { ...state, rows, items: byId(items), waiting: [], unread: 0, focus: rows[0] };
}

/** Whether one's own verdict can still be taken back from its row. */
export const mayTakeBack = ({ decided }: QueueItem, me: string, now: number): boolean =>
  decided?.by?.id === me && decided.undoUntil !== undefined && Date.parse(decided.undoUntil) > now;

function asked(state: QueueState, { ids, verdict, me }: Extract<QueueEvent, { type: 'asked' }>): QueueState {
  const own = new Map<string, Asked>([...state.asked, ...ids.map((id): [string, Asked] => [id, { verdict, unheard: false }])]);
  const after = { ...state, asked: own };
  if (state.focus === undefined || !ids.includes(state.focus)) return after;
  const next = openRowFrom(after, state.focus, 1, me) ?? openRowFrom(after, state.focus, -1, me) ?? openRowFrom(after, state.focus, 1);
  return { ...after, focus: next ?? state.focus };
}

function unheard(state: QueueState, id: string): QueueState {
  const own = state.asked.get(id);
  return !own || own.unheard ? state : { ...state, asked: new Map([...state.asked, [id, { ...own, unheard: true }]]) };
}

/** The answer counts whatever it is: a colleague may have been first, and then it is theirs. */
function answered(state: QueueState, ids: readonly string[], items: readonly QueueItem[]): QueueState {
  const own = new Map([...state.asked].filter(([id]) => !ids.includes(id)));
  const known = items.filter(({ id }) => state.items.has(id));
  return { ...state, asked: own, items: withItems(state.items, known) };
}

function gone(state: QueueState, ids: readonly string[]): QueueState {
  const here = ids.flatMap((id) => state.items.get(id) ?? []);
  if (here.length === 0) return state;
  const left = state.rows.filter((id) => !ids.includes(id));
  const focus = state.focus !== undefined && ids.includes(state.focus) ? left[0] : state.focus;
  return { ...state, rows: left, waiting: state.waiting.filter((id) => !ids.includes(id)), items: without(state.items, here), focus };
}

/** Answers overtake each other: an older version never takes the place of a newer. */
function isNewer(item: QueueItem, known: QueueItem | undefined): boolean {
  if (!known || item.version < known.version) return false;
  return JSON.stringify(item) !== JSON.stringify(known);
}

const byId = (items: readonly QueueItem[]): Map<string, QueueItem> => new Map(items.map((item) => [item.id, item]));

/** Copied as a whole: of thousands of items, pairs made one by one would be so much to sweep away. */
function withItems(items: QueueState['items'], news: Iterable<QueueItem>): QueueState['items'] {
  const all = new Map(items);
  for (const item of news) all.set(item.id, item);
  return all;
}

function without(items: QueueState['items'], left: Iterable<QueueItem>): QueueState['items'] {
  const all = new Map(items);
  for (const { id } of left) all.delete(id);
  return all;
}
