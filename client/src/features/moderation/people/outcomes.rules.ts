import type { Outcome } from '@yunhui/contracts';

/** What is still to be told: a warning or an appeal is read, one after the other; how reports ended is said in passing. */
export function openOutcomes(
  outcomes: readonly Outcome[],
  seen: ReadonlySet<string>,
): { toRead: Outcome | undefined; toGlance: readonly Outcome[] } {
  const open = outcomes.filter(({ id }) => !seen.has(id));
  return { toRead: open.find(({ kind }) => kind !== 'report'), toGlance: open.filter(({ kind }) => kind === 'report') };
}
