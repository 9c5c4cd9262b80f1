import { expect, test } from 'vitest';
import { faceOf, nameIn, provinceOf } from './face.js';

test('a province shows its own element', () => {
  expect(faceOf({ slug: 'guizhou', region: '520000', title: '贵州频道' })).toEqual({
    symbol: '贵',
    code: '52',
    tone: '#17585A',
    plate: 'dish',
  });
  expect(faceOf({ slug: 'xpcc', region: 'XPCC', title: '兵团频道' })).toMatchObject({ symbol: '兵', code: 'XPCC' });
});

test('a city or county shows its name and code, and always the same drawing', () => {
  const guilin = faceOf({ slug: 'guilin', region: '450300', title: '桂林频道' });
  expect(guilin).toMatchObject({ symbol: '桂林', code: '4503' });
  expect(faceOf({ slug: 'guilin', region: '450300', title: '桂林频道' })).toEqual(guilin);
  expect(faceOf({ slug: 'dujiangyan', region: '510181', title: '都江堰频道' })).toMatchObject({ symbol: '都江堰', code: '510181' });
});

test('every region leads to its province-level unit', () => {
  expect(provinceOf('450300')?.symbol).toBe('桂');
  expect(provinceOf('XPCC')?.symbol).toBe('兵');
  expect(provinceOf('TS-HAIGANG')?.symbol).toBe('冀');
  expect(provinceOf('CN')).toBeUndefined();
});

test('the name of a channel is its title without the word channel', () => {
  expect(['桂林频道', 'Guilin channel', '深空'].map(nameIn)).toEqual(['桂林', 'Guilin', '深空']);
});
