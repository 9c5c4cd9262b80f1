import { expect, test } from 'vitest';
import { trackFor } from './captions.rules.js';

const tracks = [{ language: 'en' }, { language: 'zh-CN' }];

test('captions come in the wanted language, or in another form of it', () => {
  expect(trackFor(tracks, 'zh-CN')).toEqual({ language: 'zh-CN' });
  expect(trackFor(tracks, 'zh')).toEqual({ language: 'zh-CN' });
  expect(trackFor(tracks, 'en-GB')).toEqual({ language: 'en' });
});

test('who wants captions in a language that is not there has some all the same', () => {
  expect(trackFor(tracks, 'fr')).toEqual({ language: 'en' });
  expect(trackFor([], 'fr')).toBeUndefined();
});
