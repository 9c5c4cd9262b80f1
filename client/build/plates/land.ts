import { TURN, WIDTH, at, blob, ground, linear, picture, radians, randomOf, smooth, type Point } from './draw.js';

// What the earth is made of.

export function mineral(): string {
  const cols = ['#1F5F8F', '#2E8B78', '#D9A441', '#C0452B', '#E8D6B0', '#6B3A25'];
  let b = '';
  for (let i = 0; i < 9; i++) {
    const R = 210 - i * 22,
      c = ['#E8D6B0', '#1F5F8F', '#E8D6B0', '#2E8B78', '#E8D6B0', '#C0452B', '#E8D6B0', '#1F5F8F', '#D9A441'][i];
    b += `<circle cx="430" cy="196" r="${at(R)}" fill="${c}" opacity="${i % 2 ? 1 : 0.9}"/>`;
    if (i % 2) {
      let d = '';
      const n = 36 - i * 2;
      for (let k = 0; k < n; k++) {
        const q = (k / n) * TURN;
        d += `<path d="M${at(430 + Math.cos(q) * (R - 2))} ${at(196 + Math.sin(q) * (R - 2))}Q${at(430 + Math.cos(q + 0.09) * (R - 24))} ${at(196 + Math.sin(q + 0.09) * (R - 24))} ${at(430 + Math.cos(q + TURN / n) * (R - 2))} ${at(196 + Math.sin(q + TURN / n) * (R - 2))}"/>`;
      }
      b += `<g fill="none" stroke="#F2E6C8" stroke-width="1.2" opacity=".7">${d}</g>`;
    }
  }
  let dn = '';
  const dunes: [height: number, color: string][] = [
    [250, '#B98A5A'],
    [282, '#9E6D43'],
    [312, '#7A4E30'],
  ];
  dunes.forEach(([y, c], i) => {
    dn += `<path d="M0 ${y}C${120 + i * 40} ${y - 46} ${230 + i * 30} ${y + 34} ${360} ${y - 2}S${560} ${y - 40} 640 ${y + 6}V360H0Z" fill="${c}"/>`;
    for (let k = 1; k < 5; k++)
      dn += `<path d="M0 ${y + k * 6}C${120 + i * 40} ${y - 46 + k * 7} ${230 + i * 30} ${y + 34 + k * 5} 360 ${y - 2 + k * 6}S560 ${y - 40 + k * 7} 640 ${y + 6 + k * 6}" fill="none" stroke="#F2DDB4" stroke-width=".8" opacity=".28"/>`;
  });
  let ch = '';
  for (let i = 0; i < 6; i++) ch += `<path d="M${48 + i * 30} 146l11 6.3v12.6l-11 6.3l-11 -6.3v-12.6z" fill="${cols[i]}"/>`;
  return picture(
    ground(`url(#a)`),
    b + dn + `<g opacity=".95">${ch}</g>`,
    linear('a', [
      [0, '#3B2A22'],
      [1, '#8A5E3C'],
    ]),
  );
}

export function fossil(seed: string): string {
  const random = randomOf(seed);
  let l = '';
  const cols = ['#E2C38F', '#C99A5E', '#A9713F', '#7C4E32', '#5B3A2C', '#3C2A26'];
  cols.forEach((c, i) => {
    const y = 70 + i * 50;
    l += `<path d="M0 ${y}C160 ${y - 30 + i * 6} 300 ${y + 26} 430 ${y - 4}S600 ${y + 14 - i * 4} 640 ${y - 10}V360H0Z" fill="${c}"/>`;
    let d = '';
    for (let k = 0; k < 22; k++) d += `M${at(random() * WIDTH)} ${at(y + 12 + random() * 30)}h${at(4 + random() * 14)}`;
    l += `<path d="${d}" stroke="#2A1B16" stroke-width="1" opacity=".22" stroke-linecap="round"/>`;
  });
  let sp = '',
    ribs = '';
  for (let a = 0; a < 1440; a += 8) {
    const q = radians(a),
      R = 6 * Math.exp(0.112 * q);
    sp += (a ? 'L' : 'M') + at(400 + Math.cos(q) * R) + ' ' + at(210 + Math.sin(q) * R);
    if (a % 16 === 0 && a > 260) {
      const R0 = 6 * Math.exp(0.112 * (q - TURN));
      ribs += `M${at(400 + Math.cos(q) * R)} ${at(210 + Math.sin(q) * R)}Q${at(400 + (Math.cos(q - 0.12) * (R + R0)) / 2)} ${at(210 + (Math.sin(q - 0.12) * (R + R0)) / 2)} ${at(400 + Math.cos(q) * R0)} ${at(210 + Math.sin(q) * R0)}`;
    }
  }
  return picture(
    ground('#F0DDB5'),
    l +
      `<circle cx="400" cy="210" r="108" fill="#2A1B16" opacity=".2"/><path d="${sp}" fill="none" stroke="#F6E7C6" stroke-width="5" stroke-linejoin="round"/><path d="${ribs}" fill="none" stroke="#F6E7C6" stroke-width="2.4" opacity=".85"/><circle cx="96" cy="42" r="20" fill="#C0452B" opacity=".85"/>`,
  );
}

export function glacier(seed: string): string {
  const random = randomOf(seed);
  let i = '';
  for (let k = 0; k < 11; k++) {
    const pts: Point[] = [];
    for (let x = -20; x <= WIDTH + 20; x += 44) pts.push([x, 232 + k * 13 + Math.sin(x * 0.013 + k * 0.5) * 9 + random() * 4]);
    i += `<path d="${smooth(pts)}" stroke-opacity="${at(0.75 - k * 0.05)}"/>`;
  }
  return picture(
    ground(`url(#a)`),
    `<circle cx="118" cy="78" r="24" fill="#FBE7B6"/>` +
      `<path d="M-10 240L70 172L118 196L214 92L262 150L300 118L404 44L470 132L516 104L650 230V360H-10Z" fill="#4E86A6"/><path d="M404 44L470 132L446 128L420 158L398 120L366 140L340 112Z" fill="#F7FAF8"/><path d="M214 92L262 150L240 150L218 172L198 142L176 150Z" fill="#EAF3F4"/><path d="M404 44L470 132L516 104L650 230V360H430Q460 200 404 44Z" fill="#2C5F83" opacity=".6"/><path d="M0 232Q160 206 320 236T640 224V360H0Z" fill="#CFE5EA"/><g fill="none" stroke="#3C7FA3" stroke-width="1.5">${i}</g><g transform="translate(508 246)"><rect x="-8" y="-74" width="16" height="150" rx="8" fill="#F7FAF8"/><path d="M-8 -56h16M-8 -42h16M-8 -30h16M-8 -14h16M-8 -4h16M-8 12h16M-8 30h16M-8 42h16M-8 58h16" stroke="#3C7FA3" stroke-width="1.6"/></g>`,
    linear('a', [
      [0, '#87B9CE'],
      [0.6, '#CFE3E2'],
      [1, '#E8EFE6'],
    ]),
  );
}

export function contour(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  const cx = 180 + random() * 260,
    cy = 120 + random() * 100,
    cs = ['#2E7F73', '#3A8C7C', '#54A08B', '#7DB69C', '#A9CDB0', '#D5E2C2', '#F2EBCB'];
  for (let k = 0; k < 7; k++) {
    const n = 26,
      R = 300 - k * 42;
    const P: Point[] = [];
    for (let i = 0; i < n; i++) {
      const q = (i / n) * TURN,
        rr = R * (1 + 0.16 * Math.sin(q * 3 + k * 0.2) + 0.1 * Math.sin(q * 5 + 1));
      P.push([cx + Math.cos(q) * rr * 1.3, cy + Math.sin(q) * rr]);
    }
    const d = blob(P);
    o += `<path d="${d}" fill="${cs[k]}" stroke="#F7F3E0" stroke-width="1" stroke-opacity=".8"/>`;
  }
  return picture(ground('#1F6A66'), o);
}
