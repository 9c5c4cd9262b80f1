import { WIDTH, at, ground, linear, picture, randomOf, ridge, smooth, stars, type Point } from './draw.js';

// What people build: a dish, a bridge, columns, straw against the sand.

export function dish(seed: string): string {
  const random = randomOf(seed);
  let g = '';
  for (let i = 0; i < 9; i++) {
    const t = i / 8;
    g += `<path d="M${at(110 + t * 8)} ${at(214 + t * 1)}Q320 ${at(214 + t * 178)} ${at(530 - t * 8)} ${at(214 + t)}"/>`;
  }
  for (let i = -8; i <= 8; i++) {
    const x = 320 + i * 26;
    g += `<path d="M${at(x)} ${at(214 - Math.sqrt(Math.max(0, 1 - (i / 8.2) ** 2)) * 34)}Q${at(320 + i * 18)} 270 ${at(320 + i * 5)} 303"/>`;
  }
  let p = 'M0 96';
  for (let x = 0; x <= WIDTH; x += 4) {
    const m = (x + 30) % 128;
    const y = m < 14 ? 96 - Math.sin((m / 14) * Math.PI) * 58 : 96 + Math.sin(x * 0.4) * 1.6;
    p += `L${x} ${at(y)}`;
  }
  return picture(
    ground(`url(#a)`),
    stars(random, 120, 0, 190) +
      `<path d="${p}" fill="none" stroke="#F2C260" stroke-width="1.6" opacity=".9"/>` +
      ridge(random, 226, 70, 60, '#1B4A4A', 0.9) +
      ridge(random, 250, 54, 60, '#123A3B') +
      `<ellipse cx="320" cy="214" rx="214" ry="36" fill="#0C2A2D"/><path d="M106 214Q320 400 534 214Q320 262 106 214Z" fill="url(#b)"/><ellipse cx="320" cy="214" rx="214" ry="36" fill="none" stroke="#CFE6DA" stroke-width="2"/><g fill="none" stroke="#CFE6DA" stroke-width=".9" opacity=".6">${g}</g><path d="M150 150L320 178L490 150M320 178V120M236 128L320 178L404 128" stroke="#E9F1E4" stroke-width="1" opacity=".55" fill="none"/><path d="M310 172h20l-5 15h-10z" fill="#F4EFE0"/>` +
      `<path d="M0 340Q160 300 320 326T640 318V360H0Z" fill="#08201F"/>`,
    linear('a', [
      [0, '#0B2038'],
      [0.5, '#17485A'],
      [1, '#2B7A72'],
    ]) +
      linear('b', [
        [0, '#2C7B78'],
        [1, '#0C2E33'],
      ]),
  );
}

export function bridge(seed: string): string {
  const random = randomOf(seed);
  let st = '';
  for (let i = 0; i < 15; i++) {
    const y = 26 + i * 15;
    const pts: Point[] = [];
    for (let x = -10; x <= WIDTH + 10; x += 30) {
      const b = Math.exp(-((x - 320) ** 2) / 16000) * -22 * (1 - i / 16) + Math.sin(x * 0.02 + i * 0.5) * 5;
      pts.push([x, y + b]);
    }
    st += `<path d="${smooth(pts)}" stroke-opacity="${at(0.2 + 0.02 * i)}"/>`;
  }
  let cb = '';
  for (const tx of [210, 450])
    for (let k = 1; k < 12; k++) {
      const dx = k * 15;
      cb += `M${tx} ${96 + k * 6}L${tx - dx} 252M${tx} ${96 + k * 6}L${tx + dx} 252`;
    }
  return picture(
    ground(`url(#a)`),
    `<g fill="none" stroke="#FBF3E4" stroke-width="1.4">${st}</g>` +
      ridge(random, 262, 80, 50, '#6E4A55', 0.5) +
      ridge(random, 290, 60, 50, '#4A3546', 0.9) +
      `<path d="${cb}" stroke="#FBF3E4" stroke-width="1" opacity=".85"/><g fill="#C0452B"><path d="M203 86h14l6 232h-26z"/><path d="M443 86h14l6 232h-26z"/></g><path d="M0 252Q320 240 640 252V262Q320 250 0 262Z" fill="#F4EFE0"/><path d="M0 316Q320 302 640 316V360H0Z" fill="#2E2A3E"/><path d="M40 332h120M220 342h180M470 330h130" stroke="#E9A98F" stroke-width="2" opacity=".5" stroke-linecap="round"/>`,
    linear('a', [
      [0, '#3E5B78'],
      [0.55, '#D99A7C'],
      [1, '#F0C9A0'],
    ]),
  );
}

export function hex(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  const R = 34,
    hx = R * 1.732;
  for (let row = 0; row < 9; row++)
    for (let c = -1; c < 12; c++) {
      const x = c * hx + ((row % 2) * hx) / 2,
        y = 20 + row * R * 1.0,
        h = 30 + 90 * Math.abs(Math.sin(c * 0.55 + row * 0.4 + random() * 0.5)),
        yy = y + 120 - h;
      const top = `M${at(x)} ${at(yy - R * 0.55)}L${at(x + hx / 2)} ${at(yy - R * 0.27)}V${at(yy + R * 0.27)}L${at(x)} ${at(yy + R * 0.55)}L${at(x - hx / 2)} ${at(yy + R * 0.27)}V${at(yy - R * 0.27)}Z`;
      o += `<path d="M${at(x - hx / 2)} ${at(yy + R * 0.27)}L${at(x)} ${at(yy + R * 0.55)}V${at(yy + R * 0.55 + 200)}L${at(x - hx / 2)} ${at(yy + 200)}Z" fill="#7A4E3A"/><path d="M${at(x + hx / 2)} ${at(yy + R * 0.27)}L${at(x)} ${at(yy + R * 0.55)}V${at(yy + R * 0.55 + 200)}L${at(x + hx / 2)} ${at(yy + 200)}Z" fill="#4F3230"/><path d="${top}" fill="${random() > 0.86 ? '#2E8B78' : random() > 0.5 ? '#D9A97A' : '#C48E63'}"/>`;
    }
  return picture(
    ground(`url(#a)`),
    o,
    linear('a', [
      [0, '#8FC1C9'],
      [1, '#2E6B78'],
    ]),
  );
}

export function straw(seed: string): string {
  const random = randomOf(seed);
  let o = '';
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 13; x++) {
      const X = x * 56 + (y % 2) * 14 - 10,
        Y = 150 + y * y * 3.6 + y * 10,
        k = 0.5 + y * 0.09;
      let t = '';
      for (let j = 0; j < 4; j++) {
        const q = j * 1.57;
        for (let m = 0; m < 5; m++) {
          const px = X + Math.cos(q) * (4 + m * 5) * k * 2,
            py = Y + Math.sin(q) * (4 + m * 5) * k;
          t += `M${at(px)} ${at(py)}l${at((random() - 0.5) * 4)} ${at(-9 * k - random() * 5)}`;
        }
      }
      o += `<path d="${t}" stroke="#6B4A1E" stroke-width="1.3" opacity=".8"/>`;
    }
  return picture(
    ground(`url(#a)`),
    `<circle cx="520" cy="70" r="34" fill="#F7E3A8"/><path d="M0 150C120 96 240 170 360 128S560 96 640 140V360H0Z" fill="#E2B468"/><path d="M0 220C180 170 300 250 460 200S600 190 640 210V360H0Z" fill="#CF9A4C" opacity=".7"/>` +
      o,
    linear('a', [
      [0, '#7FB3C4'],
      [0.4, '#F0DDB0'],
      [1, '#C98F45'],
    ]),
  );
}
