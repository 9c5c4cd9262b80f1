type Measure = (text: string) => number;

/** Marks that may not begin a line, and marks that may not end one. */
const closing = /^[，。、；：？！）》」』”’…·,.;:?!)\]}%]$/u;
const opening = /^[（《「『“‘([{]$/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}　-〿＀-｠]/u;

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-CN', { granularity: 'grapheme' }) : undefined;

/** What a reader calls characters: an emoji of several code points is one. */
const graphemes = (text: string): string[] => (segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text]);

/** Pieces between which a line may end: Chinese after each character, other scripts after each word; marks stay where they belong. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let glued = true;
  for (const one of graphemes(text.replace(/\s+/gu, ' ').trim())) {
    const last = pieces.at(-1);
    const joins = last !== undefined && (glued || closing.test(one) || (!wide.test(one) && !wide.test(last) && !last.endsWith(' ')));
    if (joins) pieces[pieces.length - 1] = last + one;
    else pieces.push(one);
    glued = opening.test(one);
  }
  return pieces;
}

/** Lines no wider than `width`. A word that is wider than a line is broken where it must be. */
export function wrapLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (measure((line + piece).trimEnd()) <= width) line += piece;
    else if (line === '' || measure(piece.trimEnd()) > width) putParts(piece);
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  };
  const putParts = (piece: string): void => {
    for (const one of graphemes(piece)) {
      if (line !== '' && measure((line + one).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += one;
    }
  };
  for (const piece of piecesOf(text)) put(piece);
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

export type FittedText = { size: number; lineHeight: number; lines: readonly string[] };

/** The largest of the sizes at which a text fits its box; at the smallest it is cut with an ellipsis. */
export function fitText(
  text: string,
  box: { width: number; height: number },
  sizes: readonly number[],
  measureAt: (size: number) => Measure,
): FittedText {
  for (const size of sizes) {
    const fitted = { size, lineHeight: Math.round(size * 1.36), lines: wrapLines(text, box.width, measureAt(size)) };
    if (fitted.lines.length * fitted.lineHeight <= box.height) return fitted;
    if (size === sizes.at(-1)) return cutToHeight(fitted, box, measureAt(size));
  }
  return { size: 0, lineHeight: 0, lines: [] };
}

function cutToHeight(
  { size, lineHeight, lines }: FittedText,
  { width, height }: { width: number; height: number },
  measure: Measure,
): FittedText {
  const kept = lines.slice(0, Math.floor(height / lineHeight));
  const last = graphemes(kept.pop() ?? '');
  while (last.length > 0 && measure(`${last.join('')}…`) > width) last.pop();
  return { size, lineHeight, lines: [...kept, `${last.join('')}…`] };
}
