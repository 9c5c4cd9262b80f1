/** Everything that a hub tells of itself at this moment. */
export async function ownFigures(address: string): Promise<string> {
  return (await fetch(`${address}/metrics`)).text();
}

/** One of its figures, whatever its labels; not a number where it has none of this name. */
export async function ownFigure(address: string, name: string): Promise<number> {
  const [, value] = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(await ownFigures(address)) ?? [];
  return Number(value ?? Number.NaN);
}
