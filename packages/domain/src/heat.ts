import type { Heat } from '@yunhui/contracts';

/** What the hub counts of a live channel; `viewersMax` is the most that any live channel has now. */
export type Bustle = { viewers: number; viewersMax: number; messagesPerMin: number; reactionsPerMin: number };

const most = { viewers: 60, messages: 25, reactions: 15 } as const;
/** What fills a term. */
const full = { messagesPerMin: 60, reactionsPerMin: 120 } as const;

/**
 * Heat by the formula that everybody may read: viewers in relation to the most watched, on a logarithmic scale,
 * and the pace of words and reactions up to what fills their term. The terms are whole numbers that add up to the
 * score: a reader who adds them must not find another number.
 */
export function heatOf({ viewers, viewersMax, messagesPerMin, reactionsPerMin }: Bustle): Heat {
  const share = viewers > 0 ? Math.log10(1 + viewers) / Math.log10(1 + Math.max(viewers, viewersMax)) : 0;
  const terms = [
    most.viewers * share,
    most.messages * Math.min(1, Math.max(0, messagesPerMin) / full.messagesPerMin),
    most.reactions * Math.min(1, Math.max(0, reactionsPerMin) / full.reactionsPerMin),
  ];
  const score = Math.round(terms.reduce((sum, term) => sum + term, 0));
  const [ofViewers = 0, ofMessages = 0, ofReactions = 0] = wholeParts(terms, score);
  return { score, viewers: ofViewers, messages: ofMessages, reactions: ofReactions };
}

/** Less than this a score may move without anybody being told: a tile is not sent for a breath of wind. */
const stirs = 3;

/** The heat to show: the one shown before, until the new one differs enough, begins, or falls to nothing. */
export function steadyHeat(before: Heat | undefined, now: Heat): Heat {
  if (!before || (now.score === 0) !== (before.score === 0)) return now;
  return Math.abs(now.score - before.score) < stirs ? before : now;
}

/** Rounds down, and gives what is missing to those that lost most. */
function wholeParts(terms: readonly number[], sum: number): number[] {
  const whole = terms.map(Math.floor);
  let missing = sum - whole.reduce((all, part) => all + part, 0);
  const byLoss = terms.map((term, at) => ({ at, loss: term - Math.floor(term) })).sort((a, b) => b.loss - a.loss);
  for (const { at } of byLoss) {
    if (missing-- <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
  }
  return whole;
}
