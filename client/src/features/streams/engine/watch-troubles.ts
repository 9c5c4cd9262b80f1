import type { LinkTrouble } from '@yunhui/contracts';
import type { ErrorData } from 'hls.js';
import type HlsType from 'hls.js';
import type { EngineWords } from './engine.js';
import { isFrozen, isTooSlow, judgeTrouble, kindOf, noTrouble, slowAfter, type Trouble } from './trouble.rules.js';

/** What hls.js says, as one of the troubles that a link may have; undefined: it concerns no link, or hls.js helps itself. */
function troubleOf({ details, response, type }: ErrorData): Trouble | undefined {
  if (type !== 'networkError') return undefined;
  const of = /^frag|^key/.test(details) ? 'segment' : 'playlist';
  if (/Parsing|Empty|Unchanged/i.test(details)) return { of, kind: 'unreadable' };
  return { of, kind: /TimeOut|Timeout/.test(details) ? 'lost' : kindOf(response?.code) };
}

type Words = Pick<EngineWords, 'others' | 'settled'> & { givenUp: (trouble: LinkTrouble) => void; bufferedS: () => number };

/**
 * An eye on what a link answers, which is quicker than hls.js: that asks a dead playlist again and again, while the buffer
 * runs out and another link waits. Captions and other tracks beside the picture are none of its business.
 */
export function watchTroubles(hls: HlsType, Hls: typeof HlsType, { givenUp, others, settled, bufferedS }: Words): void {
  let row = noTrouble;
  let slow = 0;
  let newest = { sequence: -1, parts: 0, at: performance.now(), targetS: Infinity };

  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (data.fatal || /subtitle|audioTrack/i.test(data.details)) return;
    const trouble = troubleOf(data);
    if (!trouble) return;
    const verdict = judgeTrouble(row, trouble, { others: others(), online: navigator.onLine });
    row = verdict.row;
    if (verdict.givesUp) givenUp(trouble.kind);
  });
  hls.on(Hls.Events.FRAG_LOADED, (_event, { frag }) => {
    row = { ...row, segment: 0 };
    const { start, end } = frag.stats.loading;
    if (frag.type === 'main' && frag.sn !== 'initSegment')
      slow = slowAfter(slow, { tookS: (end - start) / 1_000, durationS: frag.duration });
    // Where another link was just left for the same, the line is slow and not the link.
    if (others() && settled() && isTooSlow(slow, bufferedS())) givenUp('slow');
  });
  hls.on(Hls.Events.LEVEL_LOADED, (_event, { details }) => {
    row = { ...row, playlist: 0 };
    if (!details.live) return void (newest = { ...newest, targetS: Infinity });
    const now = performance.now();
    const parts = details.partList?.length ?? 0;
    const moved = details.endSN !== newest.sequence || parts !== newest.parts;
    newest = { sequence: details.endSN, parts, at: moved ? now : newest.at, targetS: details.targetduration };
    const stoodS = (now - newest.at) / 1_000;
    if (others() && navigator.onLine && isFrozen({ stoodS, targetS: newest.targetS, bufferedS: bufferedS() })) givenUp('frozen');
  });
}
