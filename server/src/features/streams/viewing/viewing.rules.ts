import type { LinkSeen } from '@yunhui/contracts';
import type { StreamHealth } from '@yunhui/domain';

/** The last word of one device on one link. Times in ms of the node's own stopwatch. */
export type Voice = { at: number; address: string; fails: boolean; firstFrameMs?: number; stalls: number };

/** What the voices on a link come to. */
export type LinkCounts = { playing: number; failing: number; framed: number; framesMs: number; stalls: number };

export const noCounts: LinkCounts = { playing: 0, failing: 0, framed: 0, framesMs: 0, stalls: 0 };

/** Players report each half minute: two of their words may be lost. */
const playsForMs = 75_000;
/** Who left a link for another does not say a second time that it fails. */
const failsForMs = 180_000;
/** A node listens to so many at most: enough to know, and a bound for what it remembers. */
const mostVoices = 400;
/** Thousands may be behind one address; so many of them stand for the others, and whoever plays many devices has no more. */
const mostOfAddress = 20;
/** A picture that stood this long within half a minute is not one that plays. */
const hardlyPlaysMs = 10_000;

const isOver = ({ at, fails }: Voice, now: number): boolean => now - at > (fails ? failsForMs : playsForMs);

/** What a device says of a link; none when it left it and has nothing to complain of. */
export function voiceOf(
  { plays, errors, stalls, stalledMs, firstFrameMs }: LinkSeen,
  { at, address }: Pick<Voice, 'at' | 'address'>,
): Voice | undefined {
  if (!plays && errors === 0) return undefined;
  return { at, address, fails: !plays || stalledMs >= hardlyPlaysMs, firstFrameMs, stalls };
}

/**
 * Puts a device's word to those of the others: one voice each, the last one counts. When there are too many, or too many from
 * one address, only those who are known are heard. Changes `voices`.
 */
export function hear(voices: Map<string, Voice>, device: string, voice: Voice | undefined, now: number): void {
  const before = voices.get(device);
  if (!voice) return void voices.delete(device);
  if (!before) {
    for (const [other, word] of voices) if (isOver(word, now)) voices.delete(other);
    const neighbours = [...voices.values()].filter(({ address }) => address === voice.address).length;
    if (voices.size >= mostVoices || neighbours >= mostOfAddress) return;
  }
  voices.set(device, { ...voice, firstFrameMs: voice.firstFrameMs ?? before?.firstFrameMs });
}

/** Counts what is not over yet. */
export function countVoices(voices: ReadonlyMap<string, Voice>, now: number): LinkCounts {
  const counts = { ...noCounts };
  for (const voice of voices.values()) {
    if (isOver(voice, now)) continue;
    counts[voice.fails ? 'failing' : 'playing'] += 1;
    counts.stalls += voice.stalls;
    if (voice.firstFrameMs === undefined) continue;
    counts.framed += 1;
    counts.framesMs += voice.firstFrameMs;
  }
  return counts;
}

/** Fewer than so many devices say nothing: their lines may be bad, or they may be somebody's who wants to harm. */
const leastVoices = 5;
/** From this share on they speak for all. */
const share = 0.6;

type ViewersWord = 'play' | 'fail' | 'unsure';

/** What the viewers of a link say together. */
export function wordOf({ playing, failing }: Pick<LinkCounts, 'playing' | 'failing'>): ViewersWord {
  const all = playing + failing;
  if (all < leastVoices) return 'unsure';
  if (failing >= share * all) return 'fail';
  return playing >= share * all ? 'play' : 'unsure';
}

/**
 * What is said of a link by the hub's own looks and by its viewers.
 *
 * - What they agree on holds, and where viewers are few or of two minds the looks decide.
 * - Looks that find a picture where viewers have none see it from one place: it plays after the others, and is never taken off.
 * - Viewers who have a picture where the looks fail, such as behind a border that we stand outside of, keep it on the air.
 * - Nobody's word stands for a link that was not looked at.
 */
export function healthWith(looked: StreamHealth, viewers: ViewersWord): StreamHealth {
  if (looked === 'ok' && viewers === 'fail') return 'degraded';
  if (looked === 'down' && viewers === 'play') return 'degraded';
  return looked;
}
