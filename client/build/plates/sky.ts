import { TURN, WIDTH, at, ground, linear, picture, radial, radians, randomOf, ridge, smooth, stars, type Point } from './draw.js';

// What hangs in the sky, and what flies there.

export function orbit(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  for (let i = 0; i < 7; i++) {
    const rx = 70 + i * 46,
      ry = rx * 0.36;
    o += `<ellipse cx="430" cy="190" rx="${rx}" ry="${at(ry)}" transform="rotate(-18 430 190)" stroke-opacity="${at(0.75 - i * 0.08)}"/>`;
  }
  let t = '';
  for (let a = 0; a < 360; a += 3) {
    const L = a % 15 ? 5 : 11,
      q = radians(a),
      R = 150;
    t += `M${at(430 + Math.cos(q) * R)} ${at(190 + Math.sin(q) * R)}L${at(430 + Math.cos(q) * (R + L))} ${at(190 + Math.sin(q) * (R + L))}`;
  }
  return picture(
    ground(`url(#a)`),
    stars(random, 150) +
      `<path d="${t}" stroke="#E7C77B" stroke-width="1" opacity=".55"/><g fill="none" stroke="#E7C77B" stroke-width="1.3">${o}<circle cx="430" cy="190" r="150" stroke-opacity=".8"/></g><circle cx="430" cy="190" r="60" fill="url(#b)"/><circle cx="430" cy="190" r="15" fill="#FFE9B3"/><circle cx="287" cy="226" r="9" fill="#7FC6B5"/><circle cx="566" cy="118" r="6" fill="#E98A68"/><circle cx="510" cy="252" r="4" fill="#EFE6CF"/><circle cx="250" cy="152" r="3" fill="#8DBBE6"/>`,
    linear('a', [
      [0, '#0C1B33'],
      [0.6, '#14304A'],
      [1, '#1E4A57'],
    ]) +
      radial('b', [
        [0, '#FFDD8A', 0.9],
        [1, '#FFDD8A', 0],
      ]),
  );
}

export function sun(seed: string): string {
  const random = randomOf(seed);
  let c = '';
  for (let i = 0; i < 150; i++) {
    const q = (i / 150) * TURN,
      R1 = 112,
      R2 = 124 + random() * random() * 120;
    c += `M${at(330 + Math.cos(q) * R1)} ${at(186 + Math.sin(q) * R1)}Q${at(330 + (Math.cos(q + 0.05) * (R1 + R2)) / 2)} ${at(186 + (Math.sin(q + 0.05) * (R1 + R2)) / 2)} ${at(330 + Math.cos(q + 0.02) * R2)} ${at(186 + Math.sin(q + 0.02) * R2)}`;
  }
  return picture(
    ground(`url(#a)`),
    stars(random, 70) +
      `<circle cx="330" cy="186" r="240" fill="url(#b)"/><path d="${c}" fill="none" stroke="#FFE2A8" stroke-width="1" opacity=".7"/><circle cx="330" cy="186" r="112" fill="#0B1626"/><path d="M330 74a112 112 0 0 1 96 170" fill="none" stroke="#FFF3D2" stroke-width="4" stroke-linecap="round"/><circle cx="431" cy="136" r="10" fill="#FFF7E2"/><circle cx="431" cy="136" r="30" fill="url(#b)"/>`,
    linear('a', [
      [0, '#0A1A33'],
      [1, '#26334D'],
    ]) +
      radial('b', [
        [0, '#FFCE7A', 0.9],
        [0.5, '#F29B54', 0.35],
        [1, '#F29B54', 0],
      ]),
  );
}

export function aurora(seed: string): string {
  const random = randomOf(seed);
  let c = '';
  for (let k = 0; k < 4; k++) {
    for (let i = 0; i < 70; i++) {
      const x = i * 9.3 + k * 3,
        y = 120 + Math.sin(i * 0.11 + k * 1.7) * 38 + k * 16,
        h = 56 + random() * 72;
      c += `<rect x="${at(x)}" y="${at(y - h)}" width="7" height="${at(h)}" fill="url(#${k % 2 ? 'c' : 'b'})" opacity="${at(0.22 + random() * 0.3)}"/>`;
    }
  }
  let tr = '';
  for (let i = 0; i < 34; i++) {
    const x = i * 20 + random() * 8,
      h = 24 + random() * 40;
    tr += `<path d="M${at(x)} 300l${at(7)} 0l-7 -${at(h)}l-7 ${at(h)}z"/>`;
  }
  return picture(
    ground(`url(#a)`),
    stars(random, 110, 0, 230) +
      c +
      ridge(random, 286, 30, 40, '#153A45') +
      `<g fill="#0A2229">${tr}</g><path d="M0 296H640V318H0Z" fill="#0A2229"/><path d="M0 316H640V332H0Z" fill="#2A1B16"/><path d="M0 332H640V346H0Z" fill="#1B1210"/><path d="M0 346H640V360H0Z" fill="#5A3A24"/>`,
    linear('a', [
      [0, '#071527'],
      [0.7, '#0F3A4C'],
      [1, '#1D5A5C'],
    ]) +
      linear('b', [
        [0, '#7DF0C2', 0],
        [0.75, '#7DF0C2', 0.75],
        [1, '#D9FBE2', 0.2],
      ]) +
      linear('c', [
        [0, '#F29BB0', 0],
        [0.5, '#A7E88F', 0.6],
        [1, '#7DF0C2', 0.1],
      ]),
  );
}

export function trails(seed: string): string {
  const random = randomOf(seed);
  let a = '';
  for (let i = 0; i < 64; i++) {
    const R = 18 + i * 6.6,
      q = random() * 360,
      L = 30 + random() * 70,
      x1 = 300 + Math.cos(q / 57.3) * R,
      y1 = 110 + Math.sin(q / 57.3) * R,
      x2 = 300 + Math.cos((q + L) / 57.3) * R,
      y2 = 110 + Math.sin((q + L) / 57.3) * R;
    a += `<path d="M${at(x1)} ${at(y1)}A${at(R)} ${at(R)} 0 0 1 ${at(x2)} ${at(y2)}" stroke="${['#F4EFE0', '#F2C98A', '#A9D2F0', '#F4EFE0'][i % 4]}" stroke-opacity="${at(0.35 + random() * 0.55)}"/>`;
  }
  return picture(
    ground(`url(#a)`),
    `<g fill="none" stroke-width="1.3" stroke-linecap="round">${a}</g>` +
      ridge(random, 296, 60, 60, '#16394A', 0.95) +
      ridge(random, 330, 40, 60, '#0A2430') +
      `<g transform="translate(438 262)"><path d="M-34 40V6a34 34 0 0 1 68 0V40Z" fill="#EFE9DA"/><path d="M-5 -33L16 -26L6 10H-8Z" fill="#12303C"/><path d="M-38 40h76v10h-76z" fill="#C9C0AC"/></g>` +
      `<path d="M0 330Q200 296 420 314T640 300V360H0Z" fill="#061820"/>`,
    linear('a', [
      [0, '#0A1730'],
      [0.6, '#1E4560'],
      [1, '#C88B6A'],
    ]),
  );
}

export function rocket(seed: string): string {
  const random = randomOf(seed);
  let w = '';
  for (let i = 0; i < 5; i++) {
    const pts: Point[] = [];
    for (let x = -20; x <= WIDTH + 20; x += 40) pts.push([x, 286 + i * 17 + Math.sin(x * 0.02 + i) * 5]);
    w += `<path d="${smooth(pts)}L640 360L0 360Z" fill="${['#2C7E8E', '#23697D', '#1B576B', '#144659', '#0E3647'][i]}"/>`;
  }
  return picture(
    ground(`url(#a)`),
    stars(random, 60, 0, 160) +
      `<path d="M92 300C170 280 350 220 520 62" fill="none" stroke="url(#b)" stroke-width="16" stroke-linecap="round"/><path d="M92 300C170 280 350 220 520 62" fill="none" stroke="#FFF7E2" stroke-width="3" stroke-linecap="round"/><circle cx="524" cy="58" r="40" fill="url(#c)"/><circle cx="524" cy="58" r="5" fill="#fff"/><g fill="none" stroke="#F4EFE0" stroke-width="1" opacity=".45" stroke-dasharray="2 6"><path d="M92 300C220 200 420 120 640 110"/><path d="M524 58V286"/></g>${w}<g stroke="#12303C" fill="none" stroke-width="4"><path d="M78 300q10 -40 4 -70M82 230q-22 -14 -38 0M82 230q20 -18 40 -4M82 230q-4 -22 -22 -30M82 230q10 -22 28 -24"/></g>`,
    linear('a', [
      [0, '#152B52'],
      [0.5, '#6B5A7C'],
      [0.8, '#EDA47C'],
      [1, '#F7D09A'],
    ]) +
      linear(
        'b',
        [
          [0, '#FBE3B8', 0],
          [1, '#FFB36B', 0.8],
        ],
        1,
        0,
      ) +
      radial('c', [
        [0, '#FFE7B8', 0.95],
        [1, '#FFE7B8', 0],
      ]),
  );
}
