import { HEIGHT, TURN, WIDTH, at, blob, ground, linear, picture, radial, randomOf, ridge, type Point } from './draw.js';

// What grows.

export function cells(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  const pts: [x: number, y: number, radius: number][] = [];
  for (let tries = 0; tries < 900 && pts.length < 34; tries++) {
    const x = random() * WIDTH,
      y = random() * HEIGHT,
      R = 28 + random() * 44;
    if (pts.every((p) => Math.hypot(p[0] - x, p[1] - y) > (p[2] + R) * 0.93)) pts.push([x, y, R]);
  }
  const cs = ['#E9A98F', '#F0C9A8', '#8CC7B4', '#F2DDB4', '#7FB0CF'];
  pts.forEach(([x, y, R], i) => {
    const n = 9;
    const P: Point[] = [];
    for (let k = 0; k < n; k++) {
      const q = (k / n) * TURN,
        rr = R * (0.9 + random() * 0.2);
      P.push([x + Math.cos(q) * rr, y + Math.sin(q) * rr]);
    }
    const d = blob(P);
    const c = cs[i % 5];
    let org = '';
    for (let k = 0; k < 4; k++) {
      const q = random() * 6.28;
      org += `<circle cx="${at(x + Math.cos(q) * R * 0.62)}" cy="${at(y + Math.sin(q) * R * 0.62)}" r="${at(2 + random() * 3)}" fill="#7A2F2A" opacity=".35"/>`;
    }
    o += `<path d="${d}" fill="${c}" fill-opacity=".86" stroke="#FBF3E4" stroke-width="2.4"/>${org}<circle cx="${at(x + R * 0.1)}" cy="${at(y - R * 0.06)}" r="${at(R * 0.34)}" fill="#8E3B3A" opacity=".72"/><circle cx="${at(x + R * 0.16)}" cy="${at(y - R * 0.1)}" r="${at(R * 0.12)}" fill="#F2DDB4" opacity=".8"/>`;
  });
  return picture(
    ground('#B5564A'),
    `<rect width="640" height="360" fill="url(#a)"/>` + o,
    radial(
      'a',
      [
        [0, '#D98470'],
        [1, '#7C2F37'],
      ],
      0.4,
      0.4,
      0.8,
    ),
  );
}

export function seeds(): string {
  let o = '';
  for (let i = 1; i < 420; i++) {
    const q = i * 2.39996,
      R = 8.6 * Math.sqrt(i),
      x = 380 + Math.cos(q) * R * 1.05,
      y = 182 + Math.sin(q) * R,
      k = 1.4 + Math.sqrt(i) * 0.22;
    o += `<ellipse cx="${at(x)}" cy="${at(y)}" rx="${at(k * 1.5)}" ry="${at(k)}" transform="rotate(${at(q * 57.3)} ${at(x)} ${at(y)})" fill="${['#F2DDB4', '#D9A441', '#8CB36B', '#C77B4A'][i % 4]}" opacity="${at(1 - R / 330)}"/>`;
  }
  return picture(
    ground(`url(#a)`),
    o,
    radial(
      'a',
      [
        [0, '#4B6B3C'],
        [1, '#14312B'],
      ],
      0.6,
      0.5,
      0.7,
    ),
  );
}

export function feather(): string {
  let b = '';
  for (let i = 0; i < 120; i++) {
    const t = i / 119,
      x = 110 + t * 420,
      y = 300 - t * 210 + Math.sin(t * 3) * -22,
      L = 90 * Math.sin(Math.min(1, t * 1.25 + 0.05) * Math.PI) ** 0.7 + 8;
    b += `M${at(x)} ${at(y)}q${at(L * 0.4)} ${at(-L * 0.05)} ${at(L * 0.72)} ${at(L * 0.52)}M${at(x)} ${at(y)}q${at(-L * 0.02)} ${at(-L * 0.4)} ${at(L * 0.42)} ${at(-L * 0.78)}`;
  }
  return picture(
    ground(`url(#a)`),
    `<g transform="translate(8 10)" opacity=".3"><path d="${b}" stroke="#2A1B16" stroke-width="2" fill="none"/></g><path d="${b}" stroke="#6B3A25" stroke-width="1.7" fill="none" opacity=".85"/><path d="M70 322Q300 210 540 84" stroke="#3B2118" stroke-width="4" fill="none" stroke-linecap="round"/><g fill="none" stroke="#8A5E3C" opacity=".4"><path d="M0 60Q200 40 640 70M0 340Q300 350 640 320M20 20l14 40l-9 30l20 50"/></g>`,
    linear(
      'a',
      [
        [0, '#EBD9B4'],
        [1, '#CFA977'],
      ],
      1,
      1,
    ),
  );
}

export function tea(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  for (let k = 0; k < 9; k++) {
    const y = 130 + k * 30;
    for (let i = -1; i < 22; i++) {
      const x = i * 32 + (k % 2) * 16 + Math.sin(k) * 8;
      o += `<circle cx="${at(x)}" cy="${at(y + Math.sin(i * 0.3 + k * 0.6) * 12)}" r="${at(19)}" fill="${['#7FAE62', '#5F954F', '#447F48', '#2F6A46', '#1F5540'][Math.min(4, k >> 1)]}" stroke="#D7E8B4" stroke-opacity=".35" stroke-width="1.2"/>`;
    }
  }
  return picture(
    ground(`url(#a)`),
    ridge(random, 130, 60, 40, '#9CBFB8', 0.6) + ridge(random, 142, 40, 40, '#6FA08F', 0.8) + o,
    linear('a', [
      [0, '#F3E3C2'],
      [1, '#BFD6C4'],
    ]),
  );
}
