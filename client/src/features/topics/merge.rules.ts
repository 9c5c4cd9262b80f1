import type { Entry } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';

/** An entry and the topic it stands in: numbers mean something only there. */
export type Placed = { topic: string; entry: Entry };

/** `complete`: its history was read to the beginning. */
type Log = Pick<TopicView, 'topic' | 'entries'> & { complete?: boolean };
type Timed = Placed & { time: number };

/**
 * The newest time so far in each log. Clocks of hubs differ by a little; an entry never stands before one of its own
 * topic with a lower number, so its place among others' is the latest time up to it.
 */
function timed({ topic, entries }: Log): Timed[] {
  let time = 0;
  return entries.map((entry) => {
    time = Math.max(time, entry.at);
    return { topic, entry, time };
  });
}

/** Whether more may have been said before the first entry that is known here. */
const hasEarlier = ({ entries, complete }: Log): boolean => !complete && (entries[0]?.seq ?? 0) > 1;

/** The topic whose known part begins last: what lies before it is unknown, and loaded from there. */
export function shortest(logs: readonly Log[]): string | undefined {
  const [first, ...others] = logs.filter(hasEarlier);
  return first && others.reduce((latest, log) => (begins(log) > begins(latest) ? log : latest), first).topic;
}

const begins = ({ entries }: Log): number => entries[0]?.at ?? 0;

/**
 * Several conversations as one, by time, each in its own order, the room (the first) first where times are equal.
 * What stands before the beginning of the shortest log is left out until that log is longer: there would be holes.
 * Which of two comes first depends on them alone and on what is before them, so a later entry moves nobody's place.
 */
export function mergeByTime(logs: readonly Log[]): readonly Placed[] {
  if (logs.length === 1) return (logs[0]?.entries ?? []).map((entry) => ({ topic: logs[0]?.topic ?? '', entry }));
  const cut = Math.max(0, ...logs.filter(hasEarlier).map(begins));
  const lists = logs.map(timed);
  const merged = lists.reduce(mergeTwo, []);
  return merged.filter(({ time }) => time >= cut);
}

function mergeTwo(one: readonly Timed[], other: readonly Timed[]): Timed[] {
  const merged: Timed[] = [];
  let at = 0;
  for (const placed of one) {
    for (let next = other[at]; next && next.time < placed.time; next = other[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(placed);
  }
  return [...merged, ...other.slice(at)];
}
