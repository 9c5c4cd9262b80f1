import { TURN, WIDTH, at, ground, linear, picture, radial, radians, randomOf, stars } from './draw.js';

// What physics draws: fields, hits, orders, waves.

export function plasma(seed: string): string {
  const random = randomOf(seed);
  let l = '';
  for (let i = 0; i < 26; i++) {
    const k = i / 25,
      rx = 120 + k * 150,
      ry = 44 + k * 58;
    l += `<ellipse cx="330" cy="185" rx="${at(rx)}" ry="${at(ry)}" stroke="${k < 0.5 ? '#FFD9A0' : '#F08A6A'}" stroke-opacity="${at(0.12 + 0.7 * Math.sin(k * Math.PI))}" transform="rotate(${at(-8 + k * 3)} 330 185)"/>`;
  }
  let c = '';
  for (let a = 0; a < 360; a += 15) {
    const q = radians(a),
      x = 330 + Math.cos(q) * 204,
      y = 185 + Math.sin(q) * 74,
      n = 0.55 + 0.45 * Math.sin(q);
    c += `<ellipse cx="${at(x)}" cy="${at(y)}" rx="${at(16 + 26 * Math.abs(Math.cos(q)))}" ry="${at(62)}" transform="rotate(${at(Math.cos(q) * 24)} ${at(x)} ${at(y)})" stroke-opacity="${at(0.1 + 0.35 * n)}"/>`;
  }
  return picture(
    ground(`url(#a)`),
    `<ellipse cx="330" cy="185" rx="310" ry="130" fill="url(#b)"/><g fill="none" stroke="#9CC9D8" stroke-width="1">${c}</g><g fill="none" stroke-width="1.6">${l}</g>` +
      stars(random, 20),
    linear(
      'a',
      [
        [0, '#1A0F1E'],
        [0.55, '#3A1620'],
        [1, '#14222E'],
      ],
      1,
      1,
    ) +
      radial('b', [
        [0, '#FF9E6B', 0.0],
        [0.45, '#FFB27C', 0.55],
        [1, '#FF7A4A', 0],
      ]),
  );
}

export function detector(): string {
  let d = '';
  for (let y = 0; y < 13; y++)
    for (let x = 0; x < 24; x++) {
      const X = 20 + x * 26 + (y % 2) * 13,
        Y = 24 + y * 26,
        dd = Math.hypot(X - 390, Y - 170),
        hit = Math.exp((-dd * dd) / 5200),
        R = 2.2 + hit * 8;
      d += `<circle cx="${X}" cy="${Y}" r="${at(R)}" fill="${hit > 0.5 ? '#FFE3A1' : hit > 0.12 ? '#F0A24A' : '#3F7C82'}" opacity="${at(0.4 + hit * 0.6)}"/>`;
    }
  return picture(
    ground(`url(#a)`),
    `<circle cx="390" cy="170" r="170" fill="url(#b)"/>${d}<g fill="none" stroke="#FFE3A1" stroke-width="1" opacity=".5"><circle cx="390" cy="170" r="60"/><circle cx="390" cy="170" r="104" stroke-dasharray="2 6"/></g><path d="M40 320L390 170L598 44" fill="none" stroke="#F4EFE0" stroke-width="1" opacity=".5" stroke-dasharray="1 5" stroke-linecap="round"/>`,
    linear(
      'a',
      [
        [0, '#071A20'],
        [1, '#103540'],
      ],
      1,
      1,
    ) +
      radial('b', [
        [0, '#F0A24A', 0.5],
        [1, '#F0A24A', 0],
      ]),
  );
}

export function diffraction(): string {
  let d = '';
  for (let k = 1; k < 11; k++) {
    const n = k * 6,
      R = k * 30;
    for (let i = 0; i < n; i++) {
      const q = (i / n) * TURN + (k % 2) * 0.12,
        a = Math.abs(Math.cos(q * 3 + k)) * 0.9 + 0.1;
      d += `<circle cx="${at(320 + Math.cos(q) * R * 1.15)}" cy="${at(180 + Math.sin(q) * R)}" r="${at(5.2 - k * 0.36)}" fill="${k % 3 === 0 ? '#F2C260' : k % 3 === 1 ? '#8CC9EC' : '#EAF2EF'}" opacity="${at(a * (1 - k * 0.06))}"/>`;
    }
  }
  return picture(
    ground(`url(#a)`),
    `<circle cx="320" cy="180" r="120" fill="url(#b)"/>${d}<circle cx="320" cy="180" r="13" fill="#F9FBF6"/><path d="M0 180H300M340 180H640" stroke="#EAF2EF" stroke-width=".7" opacity=".4"/>`,
    linear(
      'a',
      [
        [0, '#12294A'],
        [1, '#1B4C6B'],
      ],
      1,
      1,
    ) +
      radial('b', [
        [0, '#D7F0FF', 0.55],
        [1, '#D7F0FF', 0],
      ]),
  );
}

export function clock(): string {
  let w = '';
  for (let k = 0; k < 9; k++) {
    let d = '';
    for (let x = 0; x <= WIDTH; x += 5) {
      const e = Math.exp(-((x - 330) ** 2) / (9000 + k * 2600));
      d += (x ? 'L' : 'M') + x + ' ' + at(180 + Math.sin(x * (0.05 + k * 0.004) + k * 0.5) * (18 + 110 * e) * (1 - k * 0.09));
    }
    w += `<path d="${d}" stroke="${['#F2C260', '#EAF2EF', '#8CC9EC'][k % 3]}" stroke-opacity="${at(0.85 - k * 0.07)}"/>`;
  }
  let t = '';
  for (let a = 0; a < 360; a += 6) {
    const q = radians(a),
      L = a % 30 ? 6 : 14;
    t += `M${at(330 + Math.cos(q) * 150)} ${at(180 + Math.sin(q) * 150)}L${at(330 + Math.cos(q) * (150 - L))} ${at(180 + Math.sin(q) * (150 - L))}`;
  }
  return picture(
    ground(`url(#a)`),
    `<g fill="none" stroke-width="1.4">${w}</g><path d="${t}" stroke="#EAF2EF" stroke-width="2" opacity=".8"/><circle cx="330" cy="180" r="156" fill="none" stroke="#EAF2EF" opacity=".6"/>`,
    linear(
      'a',
      [
        [0, '#1C2F3A'],
        [1, '#3C3440'],
      ],
      1,
      1,
    ),
  );
}
