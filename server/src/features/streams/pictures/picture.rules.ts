import type { Variant } from '../playlist.js';

/** Enough for a small still; more would only be loaded to be thrown away. */
const enoughBitsPerSecond = 300_000;
const videoCodec = /^(avc|hvc|hev|av01|vp0?9|dvh)/i;

/** Of several renditions the smallest that is good enough for a still, else the best there is. Never sound alone, where that is declared. */
export function variantForStill(variants: readonly Variant[]): Variant | undefined {
  const pictures = variants.filter(({ codecs }) => codecs.length === 0 || codecs.some((codec) => videoCodec.test(codec)));
  const bySize = pictures.toSorted((a, b) => (a.bitsPerSecond ?? 0) - (b.bitsPerSecond ?? 0));
  return bySize.find(({ bitsPerSecond = 0 }) => bitsPerSecond >= enoughBitsPerSecond) ?? bySize.at(-1);
}
