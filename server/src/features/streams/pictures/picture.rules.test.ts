import { describe, expect, test } from 'vitest';
import { variantForStill } from './picture.rules.js';

const variant = (url: string, bitsPerSecond?: number, codecs: string[] = ['avc1.4d401e', 'mp4a.40.2']) => ({
  url,
  codecs,
  ...(bitsPerSecond !== undefined && { bitsPerSecond }),
});

describe('of several renditions a still is taken from', () => {
  test.each([
    ['the smallest that is good enough', [variant('high', 4_000_000), variant('middle', 800_000), variant('low', 150_000)], 'middle'],
    ['the best, when none is', [variant('low', 90_000), variant('less low', 200_000)], 'less low'],
    ['none that has only sound', [variant('sound', 320_000, ['mp4a.40.2']), variant('low', 90_000)], 'low'],
    ['one that does not say what it is', [variant('any', undefined, [])], 'any'],
    ['nothing, when all is sound', [variant('sound', 320_000, ['mp4a.40.2'])], undefined],
  ])('%s', (_, variants, expected) => {
    expect(variantForStill(variants)?.url).toBe(expected);
  });
});
