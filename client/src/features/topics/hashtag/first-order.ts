/** Things in the order in which they were first seen, by their slugs; what has come since stands behind them. */
export function inFirstOrder<Item extends { slug: string }>(items: readonly Item[], first: readonly string[]): Item[] {
  const place = ({ slug }: Item): number => (first.includes(slug) ? first.indexOf(slug) : first.length);
  return items.toSorted((a, b) => place(a) - place(b));
}
