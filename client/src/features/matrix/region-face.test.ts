import { expect, test } from 'vitest';
import { breakable } from './region-face.js';

test.each([
  ['Heilongjiang', 'Hei-long-jiang'],
  ['Chongqing', 'Chong-qing'],
  ['Guangdong', 'Guang-dong'],
  ['Shandong', 'Shan-dong'],
  ['Shaanxi', 'Shaan-xi'],
  ['Zhejiang', 'Zhe-jiang'],
  ['Xizang', 'Xi-zang'],
  ['Changchun', 'Chang-chun'],
  ['Nanning', 'Nan-ning'],
  ['Inner Mongolia', 'In-ner Mon-go-lia'],
  ['Hong Kong', 'Hong Kong'],
  ['XPCC', 'XPCC'],
  ['贵州', '贵州'],
])('%s may be broken between its syllables only', (name, parts) => {
  expect(breakable(name).replaceAll('\u00AD', '-')).toBe(parts);
});
