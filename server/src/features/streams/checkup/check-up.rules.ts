import type { Unplayable } from '@yunhui/domain';
import type { OutboundVerdict } from '../../../platform/outbound/index.js';
import type { MediaPlaylist, Variant } from '../playlist.js';
import { unplayedIn } from './codecs.rules.js';
import type { FindingCode } from './findings.js';

/** Why there was no answer, as the step that failed says it. */
export const findingOfRefusal = {
  'address-refused': 'address.refused',
  'name-unknown': 'dns.unknown',
  certificate: 'tls.refused',
  unreachable: 'http.unreachable',
  'too-slow': 'http.late',
  'too-large': 'http.too-large',
  'too-many-redirects': 'http.circles',
} as const satisfies Record<OutboundVerdict, FindingCode>;

export const findingOfLooks = {
  'not-an-address': 'address.none',
  'push-address': 'address.push',
  format: 'address.format',
  password: 'address.password',
} as const satisfies Record<Unplayable, FindingCode>;

const regionWords = /geo|region|country|地区|区域|境外/i;

/** What a status says, if it is no answer to play. A signature whose time has passed is told apart from one that is missing. */
export function findingOfStatus(status: number, { url, body, now }: { url: string; body: string; now: number }): FindingCode | undefined {
  if (status === 200 || status === 206) return undefined;
  if (status === 451 || (status === 403 && regionWords.test(body))) return 'http.region';
  if (status === 401 || status === 403) return isSignatureOver(url, now) ? 'http.expired' : 'http.locked';
  if (status === 429) return 'http.crowded';
  return status >= 500 ? 'http.failing' : 'http.gone';
}

/** Parameters in which the large CDNs put the end of a signature, in seconds since 1970: decimal, or hexadecimal (`txTime`, `wsTime`). */
const endParameters: Readonly<Record<string, 10 | 16>> = {
  txtime: 16,
  wstime: 16,
  expires: 10,
  expire: 10,
  e: 10,
  deadline: 10,
  exp: 10,
  t: 16,
};
const plausible = { from: 1_000_000_000, to: 4_000_000_000 };

function isSignatureOver(address: string, now: number): boolean {
  const url = URL.parse(address, 'http://own.invalid');
  return [...(url?.searchParams ?? [])].some(([name, value]) => {
    const key = name.toLowerCase();
    const radix = endParameters[key];
    const text = key === 'auth_key' ? (value.split('-')[0] ?? '') : value; // auth_key={time}-{random}-{user}-{hash}
    const end = Number.parseInt(text, key === 'auth_key' ? 10 : (radix ?? Number.NaN));
    return (radix !== undefined || key === 'auth_key') && end > plausible.from && end < plausible.to && end * 1_000 < now;
  });
}

/** Whether a page of ours may read an answer; `*` is enough, since players send no cookies. */
export function isOpenTo(origin: string, allowOrigin: string | undefined): boolean {
  return allowOrigin === '*' || allowOrigin === origin;
}

/** Whether a browser would block one of these addresses on our page. */
export function isMixed(pageIsSecure: boolean, addresses: readonly string[]): boolean {
  return pageIsSecure && addresses.some((address) => address.startsWith('http:'));
}

/** RFC 8216 lets an encoder take one and a half target durations for the next segment. */
const moveWithinTargets = 1.5;
/** An edge older than this many target durations, and never less than half a minute, stands; a clock may be a little wrong. */
const edgeOldAfterTargets = 4;
const edgeOldAtLeastMs = 30_000;

/** Two readings of one live playlist. */
export type EdgeSight = { first: MediaPlaylist; last: MediaPlaylist; apartMs: number; now: number };

/** Whether a live edge moves. Where the segments are longer than a check-up can wait, the time that the encoder writes decides, if it does. */
export function findingOfEdge({ first, last, apartMs, now }: EdgeSight): FindingCode | undefined {
  if (last.isOver || last.position !== first.position) return undefined;
  if (apartMs >= moveWithinTargets * first.targetMs) return 'edge.stands';
  if (last.edgeAt === undefined) return 'edge.not-seen';
  const isOld = now - last.edgeAt > Math.max(edgeOldAtLeastMs, edgeOldAfterTargets * first.targetMs);
  return isOld ? 'edge.stands' : 'edge.not-seen';
}

/** How long after the first reading the last one is worth waiting for. */
export function edgePatienceMs(targetMs: number): number {
  return moveWithinTargets * Math.max(targetMs, 1_000);
}

/** A stream is playable when one of its sizes is; one that declares nothing is judged by its bytes. */
export function unplayedVariants(variants: readonly Variant[]): string[] {
  const unplayed = variants.map(({ codecs }) => unplayedIn(codecs));
  return unplayed.some((codecs) => codecs.length === 0) ? [] : unplayed.flat();
}

/** Loading is called slow below this many times playing speed: any hiccup then stops the picture. */
const slowBelow = 1.2;

/** How many times as fast as it plays a segment was loaded; of one that was only begun, by the declared rate. */
export function speedOf(
  { bytes, wholeMs, isWhole }: { bytes: number; wholeMs: number; isWhole: boolean },
  { durationMs, bitsPerSecond }: { durationMs: number; bitsPerSecond?: number },
): number | undefined {
  if (wholeMs <= 0) return undefined;
  if (isWhole) return durationMs / wholeMs;
  return bitsPerSecond ? (bytes * 8_000) / wholeMs / bitsPerSecond : undefined;
}

export function isSlow(speed: number | undefined): boolean {
  return speed !== undefined && speed < slowBelow;
}
