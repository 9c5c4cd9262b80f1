import { WIDTH, at, ground, linear, picture, randomOf, ridge, smooth, type Point } from './draw.js';

// Water, and what lives by it.

export function deep(seed: string): string {
  const random = randomOf(seed);
  let w = '';
  for (let i = 0; i < 12; i++) {
    const y = 30 + i * 27;
    const pts: Point[] = [];
    for (let x = -20; x <= WIDTH + 20; x += 40) pts.push([x, y + Math.sin(x * 0.011 + i * 0.7) * 10 + Math.sin(x * 0.027 + i) * 4]);
    w += `<path d="${smooth(pts)}" stroke-opacity="${at(0.5 - i * 0.035)}"/>`;
  }
  let b = '';
  for (let i = 0; i < 70; i++)
    b += `<circle cx="${at(random() * WIDTH)}" cy="${at(90 + random() * 260)}" r="${at(0.7 + random() * 1.9)}"/>`;
  let j = '';
  [
    [128, 214, 1],
    [214, 276, 0.6],
    [90, 300, 0.5],
  ].forEach(([x, y, k]) => {
    j += `<g transform="translate(${x} ${y}) scale(${k})"><path d="M-34 0C-34 -44 34 -44 34 0Q24 10 17 2Q8 11 0 2Q-8 11 -17 2Q-24 10 -34 0Z" fill="#F3B9A0" opacity=".8"/><path d="M-22 6q-8 26 2 52M-8 6q6 30 -4 66M8 6q-6 34 4 60M22 6q8 24 -2 48" fill="none" stroke="#F3B9A0" stroke-width="2" opacity=".6"/></g>`;
  });
  return picture(
    ground(`url(#a)`),
    `<g fill="none" stroke="#BFE3DA" stroke-width="1.2">${w}</g><path d="M432 176L610 96L640 262Z" fill="url(#b)" transform="rotate(14 432 176)"/><g fill="#CFEDE2" opacity=".6">${b}</g>${j}<g transform="translate(392 170)"><rect x="-46" y="-20" width="86" height="40" rx="20" fill="#F4EFE0"/><rect x="-40" y="-30" width="44" height="14" rx="6" fill="#C0452B"/><circle cx="24" cy="0" r="11" fill="#123A4A"/><circle cx="24" cy="0" r="6" fill="#8DD3E0"/><path d="M-46 0l-18 -13v26z" fill="#C0452B"/><path d="M-26 20v8h40v-8" fill="none" stroke="#F4EFE0" stroke-width="3"/></g><path d="M0 338Q90 316 190 334T400 330T640 322V360H0Z" fill="#04161F"/>`,
    linear('a', [
      [0, '#2F8F93'],
      [0.35, '#14566E'],
      [1, '#06202F'],
    ]) +
      linear(
        'b',
        [
          [0, '#FFF1C2', 0.55],
          [1, '#FFF1C2', 0],
        ],
        1,
        0,
      ),
  );
}

export function water(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  for (let row = 0; row < 8; row++)
    for (let c = -1; c < 9; c++) {
      const x = c * 88 + (row % 2) * 44,
        y = 150 + row * 32;
      let k = '';
      for (let i = 4; i > 0; i--)
        k += `<circle cx="${x}" cy="${y}" r="${i * 12}" fill="${i % 2 ? '#F2EEDD' : ['#1F5F7F', '#2E7F86', '#2A6E70', '#18506A'][row % 4]}"/>`;
      o += k;
    }
  return picture(
    ground(`url(#a)`),
    `<circle cx="500" cy="86" r="38" fill="#C0452B"/>` +
      ridge(random, 170, 80, 50, '#6FA59A', 0.7) +
      ridge(random, 186, 56, 50, '#3F8078', 0.9) +
      o,
    linear('a', [
      [0, '#F2E7CC'],
      [1, '#CFE0D2'],
    ]),
  );
}

export function birds(seed: string): string {
  const random = randomOf(seed);
  let b = '';
  for (let i = 0; i < 90; i++) {
    const t = random(),
      x = 60 + t * 540 + (random() - 0.5) * 60,
      y = 210 - Math.sin(t * 3.1) * 130 + (random() - 0.5) * 70,
      k = 3 + random() * 7;
    b += `M${at(x - k)} ${at(y - k * 0.45)}Q${at(x - k * 0.3)} ${at(y - k * 0.5)} ${at(x)} ${at(y)}Q${at(x + k * 0.3)} ${at(y - k * 0.5)} ${at(x + k)} ${at(y - k * 0.4)}`;
  }
  let w = '';
  for (let i = 0; i < 26; i++) w += `M${at(random() * WIDTH)} ${at(262 + random() * 92)}h${at(20 + random() * 70)}`;
  return picture(
    ground(`url(#a)`),
    `<circle cx="470" cy="196" r="54" fill="#F08A5A"/>` +
      ridge(random, 248, 26, 40, '#5E7F86', 0.7) +
      `<rect y="248" width="640" height="112" fill="url(#b)"/><path d="M430 252h80M436 264h66M446 278h48M452 292h36M458 308h26" stroke="#F9B98E" stroke-width="4" stroke-linecap="round" opacity=".8"/><path d="${w}" stroke="#F6E3C4" stroke-width="1.2" opacity=".4"/><path d="${b}" fill="none" stroke="#203238" stroke-width="1.7" stroke-linecap="round"/>` +
      `<g stroke="#24403E" stroke-width="2" fill="none"><path d="M20 360q6 -60 -6 -90M34 360q4 -50 14 -84M48 360q0 -40 -8 -66M66 360q6 -44 18 -62"/></g>`,
    linear('a', [
      [0, '#9FC3C4'],
      [0.45, '#F2D3A8'],
      [0.7, '#F2B083'],
    ]) +
      linear('b', [
        [0, '#C98E78'],
        [1, '#3F6A72'],
      ]),
  );
}

export function rice(): string {
  let t = '';
  const cs = ['#D7E2B8', '#B9CF8D', '#93B868', '#6F9E54', '#4C7F4B', '#2F6146', '#1D4A40'];
  cs.forEach((c, i) => {
    const y = 118 + i * 36;
    const pts: Point[] = [];
    for (let x = -40; x <= WIDTH + 40; x += 60) pts.push([x, y + Math.sin(x * 0.009 + i * 1.1) * 16 + Math.sin(x * 0.021 + i * 2) * 6]);
    const d = smooth(pts);
    t += `<path d="${d}L640 360L0 360Z" fill="${c}"/><path d="${d}" fill="none" stroke="#F7F2D8" stroke-width="1.6" opacity=".55"/>`;
  });
  let p = '';
  [
    [470, 330, -18],
    [500, 336, 4],
    [536, 334, 24],
  ].forEach(([x, y, a]) => {
    let g = '';
    for (let i = 0; i < 15; i++) {
      const yy = -90 - i * 7,
        sx = i % 2 ? 1 : -1,
        bend = i * i * 0.24;
      g += `<ellipse cx="${at(bend + sx * 6)}" cy="${at(yy + i * i * 0.16)}" rx="3" ry="6.4" transform="rotate(${sx * 28 + i * 3} ${at(bend + sx * 6)} ${at(yy + i * i * 0.16)})" fill="#EBC15A"/>`;
    }
    p += `<g transform="translate(${x} ${y}) rotate(${a})"><path d="M0 30Q2 -80 50 -170" fill="none" stroke="#E2C16A" stroke-width="2.2"/>${g}<path d="M0 10Q-26 -50 -16 -110" fill="none" stroke="#D7E2B8" stroke-width="2.6"/></g>`;
  });
  return picture(
    ground(`url(#a)`),
    `<circle cx="150" cy="84" r="36" fill="#F6D58A"/>${t}${p}`,
    linear('a', [
      [0, '#F3E3BE'],
      [0.4, '#DCE6CF'],
      [1, '#B9CF8D'],
    ]),
  );
}
