import { graphemesOf } from './graphemes.js';

const ellipsis = '…';

/** How many bytes a value takes as JSON in UTF-8: what counts where a budget is on the wire. */
export function jsonBytes(value: unknown): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/**
 * A text of at most `maxBytes` as JSON (quotes not counted), cut between graphemes, so that no emoji
 * and no accented letter is torn; a text that was cut ends in `…`.
 */
export function clipText(text: string, maxBytes: number): string {
  if (jsonBytes(text) - 2 <= maxBytes) return text;
  let left = maxBytes - (jsonBytes(ellipsis) - 2);
  let kept = '';
  for (const grapheme of graphemesOf(text)) {
    left -= jsonBytes(grapheme) - 2;
    if (left < 0) break;
    kept += grapheme;
  }
  return kept.trimEnd() + ellipsis;
}
