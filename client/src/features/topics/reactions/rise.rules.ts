/** How one reaction rises: where it sets off, how far it sways, and the picture's corner that it rises in. */
export type Rise = { xPx: number; swayPx: number; heightPx: number };

/** The size of its drawing. */
export const risingPx = 28;
export const riseMs = 1_800;
/** Who has risen stays, unseen, for this long at the most: it is tidied up with the next that comes rather than in a frame of its own. */
export const lingerMs = 1_500;

/** A sway is a curve: so many straight pieces look like one. */
const pieces = 8;
const swings = 7;
const fadesFrom = 0.6;

/** Where it is at `age`, from 0 at the lower edge to 1 at the upper one. */
function at({ xPx, swayPx, heightPx }: Rise, age: number): { transform: string; opacity: number } {
  const x = Math.round(xPx + Math.sin(age * swings) * swayPx);
  const y = Math.round(-(heightPx - risingPx) * age);
  const scale = Math.min(1, age * 6 + 0.3);
  return { transform: `translate(${x}px, ${y}px) scale(${scale})`, opacity: age < fadesFrom ? 1 : (1 - age) / (1 - fadesFrom) };
}

/** Its whole way, which the compositor can go by itself: nothing but transform and opacity, the time it lingers included. */
export function wayOf(rise: Rise): { transform: string; opacity: number; offset: number }[] {
  const share = riseMs / (riseMs + lingerMs);
  const way = Array.from({ length: pieces + 1 }, (_, piece) => ({ ...at(rise, piece / pieces), offset: (piece / pieces) * share }));
  return [...way, { ...at(rise, 1), offset: 1 }];
}
