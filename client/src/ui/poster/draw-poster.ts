import { plateFiles } from 'virtual:plate-files';
import { encode } from 'uqr';
import type { Face } from '../element/face.js';
import { fitText } from './poster.rules.js';

/** What a poster says. Everything is words already: it knows no language. */
export type PosterContent = {
  face: Face;
  title: string;
  /** Date and time, as the page writes them. */
  when?: string;
  /** Whose channel it is. */
  place: string;
  /** The name of the product, and what the code is for. */
  brand: string;
  invitation: string;
  /** 示例, where the content is invented. */
  sampleMark?: string;
  /** Where the code leads. */
  url: string;
};

export const posterSize = { width: 1080, height: 1440 };
const plateHeight = 608;
const margin = 72;
const cell = 184;
const code = 248;
const titleBox = { width: posterSize.width - 2 * margin, height: 390 };
const titleSizes = [76, 68, 60, 52, 46, 40, 36, 32];

/** The day's tokens: a poster is a picture, it looks the same whatever the page wears. */
const colours = {
  paper: '#ffffff',
  ink: '#0f2321',
  secondary: '#3e5350',
  meta: '#566965',
  action: '#0a6656',
  line: '#d2dcd9',
  scrim: 'rgb(6 14 15 / 0.74)',
};

type Pen = CanvasRenderingContext2D;

/** The page's own fonts, so that Chinese looks as it does there. */
function fontsOfPage(): { sans: string; song: string } {
  const style = getComputedStyle(document.documentElement);
  return { sans: style.getPropertyValue('--font') || 'sans-serif', song: style.getPropertyValue('--font-song') || 'serif' };
}

async function loadPlate({ plate }: Face): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = plateFiles[plate];
  try {
    await image.decode();
    return image;
  } catch {
    return undefined; // without a network its tone stands for it
  }
}

function drawHead(pen: Pen, { face, sampleMark }: PosterContent, plate: HTMLImageElement | undefined): void {
  const { sans, song } = fontsOfPage();
  pen.fillStyle = face.tone;
  pen.fillRect(0, 0, posterSize.width, plateHeight);
  if (plate) pen.drawImage(plate, 0, 0, posterSize.width, plateHeight);
  if (sampleMark) drawSampleMark(pen, sampleMark, sans);

  const top = plateHeight - cell / 2;
  pen.fillStyle = colours.paper;
  fillRound(pen, margin - 10, top - 10, cell + 20, 26);
  pen.fillStyle = face.tone;
  fillRound(pen, margin, top, cell, 18);
  pen.fillStyle = colours.paper;
  pen.textAlign = 'left';
  pen.font = `500 ${Math.round(cell * 0.17)}px ${sans}`;
  pen.fillText(face.code, margin + 16, top + 42);
  pen.textAlign = 'center';
  pen.font = `700 ${Math.round(cell * symbolShare(face.symbol.length))}px ${song}`;
  pen.fillText(face.symbol, margin + cell / 2, top + cell * 0.82);
  pen.textAlign = 'left';
}

/** A symbol of one character fills its cell; two or three share it. */
const symbolShare = (length: number): number => (length < 2 ? 0.54 : length === 2 ? 0.38 : 0.28);

function fillRound(pen: Pen, left: number, top: number, size: number, radius: number): void {
  pen.beginPath();
  pen.roundRect(left, top, size, size, radius);
  pen.fill();
}

function drawSampleMark(pen: Pen, mark: string, sans: string): void {
  pen.font = `500 30px ${sans}`;
  const width = pen.measureText(mark).width + 44;
  pen.fillStyle = colours.scrim;
  pen.beginPath();
  pen.roundRect(posterSize.width - margin - width, 48, width, 56, 28);
  pen.fill();
  pen.fillStyle = colours.paper;
  pen.fillText(mark, posterSize.width - margin - width + 22, 87);
}

function drawWords(pen: Pen, { title, when, place }: PosterContent): void {
  const { sans } = fontsOfPage();
  pen.fillStyle = colours.secondary;
  pen.font = `500 38px ${sans}`;
  const placeLeft = margin + cell + 36;
  const [line] = fitText(
    place,
    { width: posterSize.width - placeLeft - margin, height: 60 },
    [38, 32, 28],
    measureWith(pen, '500', sans),
  ).lines;
  pen.fillText(line ?? '', placeLeft, plateHeight + 62);

  let top = plateHeight + cell / 2 + 52;
  if (when) {
    pen.fillStyle = colours.action;
    pen.font = `700 42px ${sans}`;
    top += 42;
    pen.fillText(when, margin, top);
    top += 26;
  }
  const fitted = fitText(title, titleBox, titleSizes, measureWith(pen, '700', sans));
  pen.fillStyle = colours.ink;
  pen.font = `700 ${fitted.size}px ${sans}`;
  for (const words of fitted.lines) {
    pen.fillText(words, margin, top + fitted.size);
    top += fitted.lineHeight;
  }
}

const measureWith =
  (pen: Pen, weight: string, sans: string) =>
  (size: number) =>
  (text: string): number => {
    pen.font = `${weight} ${size}px ${sans}`;
    return pen.measureText(text).width;
  };

/** Modules of whole pixels, black on white with the quiet zone that readers need. */
function drawCode(pen: Pen, url: string, left: number, top: number): void {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  const module = Math.floor(code / size);
  const inset = Math.floor((code - module * size) / 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(left, top, code, code);
  pen.fillStyle = '#000000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + inset + x * module, top + inset + y * module, module, module);
    }),
  );
}

function drawFoot(pen: Pen, { brand, invitation, url }: PosterContent): void {
  const { sans, song } = fontsOfPage();
  const top = posterSize.height - code - 56;
  pen.fillStyle = colours.line;
  pen.fillRect(margin, top - 12, posterSize.width - 2 * margin, 2);
  pen.fillStyle = colours.ink;
  pen.font = `700 56px ${song}`;
  pen.fillText(brand, margin, top + 120);
  pen.fillStyle = colours.meta;
  pen.font = `400 32px ${sans}`;
  pen.fillText(invitation, margin, top + 180);
  drawCode(pen, url, posterSize.width - margin - code + 16, top + 16);
}

/** Draws a poster of 1080 × 1440 px: plate, element, time, title and code. It needs no network but the page's own plate. */
export async function drawPoster(content: PosterContent): Promise<HTMLCanvasElement> {
  const canvas = Object.assign(document.createElement('canvas'), posterSize);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  const plate = await loadPlate(content.face);
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, posterSize.width, posterSize.height);
  drawHead(pen, content, plate);
  drawWords(pen, content);
  drawFoot(pen, content);
  return canvas;
}
