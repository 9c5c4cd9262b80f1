/**
 * A text as it is searched: folded to lower case and half width, unit by unit, so that a place in it is a place in
 * the original; and of each Chinese character its reading in this text. `heads` has at each place what a query may
 * begin with instead of the character.
 */
export type ReadableText = { text: string; readings: readonly (string | undefined)[]; heads: string };

/** Lower case and half width where that is one unit for one. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    const lower = half.toLowerCase();
    folded += lower.length === 1 ? lower : half;
  }
  return folded;
}
