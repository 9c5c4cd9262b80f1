/** Names that share less are other names: of two pairs in common among seven one is a place, the other what many are called. */
const leastShared = 0.5;

/** The pairs of neighbours in a name: what was put in, left out or moved changes few of them. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = [...name];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
}

/**
 * Which of these names are alike to another one, the most alike first, by the share of pairs that two have in common
 * (Sørensen–Dice). What they consist of is sorted once, so that many may be asked of many.
 */
export function alikeAmong<Named extends { name: string }>(all: readonly Named[]): (name: string) => Named[] {
  const sizes = new Map<Named, number>();
  const having = new Map<string, Named[]>();
  for (const named of all) {
    const pairs = pairsOf(named.name);
    sizes.set(named, pairs.size);
    for (const pair of pairs) {
      const others = having.get(pair);
      if (others) others.push(named);
      else having.set(pair, [named]);
    }
  }
  return (name) => {
    const pairs = pairsOf(name);
    const common = new Map<Named, number>();
    for (const pair of pairs) for (const named of having.get(pair) ?? []) common.set(named, (common.get(named) ?? 0) + 1);
    return [...common]
      .map(([named, count]) => ({ named, share: (2 * count) / (pairs.size + (sizes.get(named) ?? 0)) }))
      .filter(({ share }) => share >= leastShared)
      .toSorted((one, other) => other.share - one.share)
      .map(({ named }) => named);
  };
}
