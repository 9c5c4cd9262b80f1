export const WIDTH = 640;
export const HEIGHT = 360;
export const TURN = 6.283;

export type Point = [x: number, y: number];
/** Where, which colour, and how opaque. */
type Stop = [offset: number, color: string, opacity?: number];
type Random = () => number;

/** Numbers in [0, 1) that are the same for the same seed (FNV-1a into mulberry32): a plate never changes. */
export function randomOf(seed: string): Random {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A coordinate with one decimal: more would only make the file longer. */
export const at = (coordinate: number): string => (Math.round(coordinate * 10) / 10).toString();

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The whole plate, 16:9, to be used as an image. */
export function picture(background: string, body: string, definitions = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><defs>${definitions}</defs>${background}${body}</svg>`;
}

export const ground = (fill: string): string => `<rect width="${WIDTH}" height="${HEIGHT}" fill="${fill}"/>`;

const stopsOf = (stops: Stop[]): string =>
  stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${color}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ''}/>`,
    )
    .join('');

export const linear = (id: string, stops: Stop[], x2 = 0, y2 = 1): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`;

export const radial = (id: string, stops: Stop[], cx = 0.5, cy = 0.5, r = 0.5): string =>
  `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`;

/** A sky of `count` stars between two heights. The small ones are one path, which draws faster than circles. */
export function stars(random: Random, count: number, top = 0, bottom = HEIGHT): string {
  const color = '#F4EFE0';
  let large = '';
  let small = '';
  for (let i = 0; i < count; i++) {
    const x = random() * WIDTH;
    const y = top + random() * (bottom - top);
    if (random() > 0.93) large += `<circle cx="${at(x)}" cy="${at(y)}" r="1.7"/>`;
    else small += `M${at(x)} ${at(y)}h.01`;
  }
  return `<g fill="${color}">${large}</g><path d="${small}" stroke="${color}" stroke-width="1.5" stroke-linecap="round" opacity=".62"/>`;
}

/** A range of hills along `base`. */
export function ridge(random: Random, base: number, height: number, steps: number, fill: string, opacity = 1): string {
  const wide = 0.006 + random() * 0.006;
  const narrow = 0.019 + random() * 0.02;
  const widePhase = random() * 9;
  const narrowPhase = random() * 9;
  let line = `M0 ${HEIGHT}L0 ${at(base)}`;
  for (let i = 0; i <= steps; i++) {
    const x = (i * WIDTH) / steps;
    const y = base - Math.abs(Math.sin(x * wide + widePhase)) * height - Math.sin(x * narrow + narrowPhase) * height * 0.22;
    line += `L${at(x)} ${at(y)}`;
  }
  return `<path d="${line}L${WIDTH} ${HEIGHT}Z" fill="${fill}" opacity="${opacity}"/>`;
}

/** A soft line through the points (quadratic, by their midpoints). */
export function smooth(points: Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  let line = `M${at(first[0])} ${at(first[1])}`;
  rest.slice(0, -1).forEach(([x, y], i) => {
    const [nextX, nextY] = rest[i + 1] ?? last;
    line += `Q${at(x)} ${at(y)} ${at((x + nextX) / 2)} ${at((y + nextY) / 2)}`;
  });
  return `${line}T${at(last[0])} ${at(last[1])}`;
}

/** A soft closed line through the points. */
export function blob(points: Point[]): string {
  const middles = points.map(([x, y], i): Point => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    return [(x + nextX) / 2, (y + nextY) / 2];
  });
  const start = middles.at(-1) ?? [0, 0];
  const bends = points.map(([x, y], i) => {
    const [mx, my] = middles[i] ?? start;
    return `Q${at(x)} ${at(y)} ${at(mx)} ${at(my)}`;
  });
  return `M${at(start[0])} ${at(start[1])}${bends.join('')}Z`;
}
