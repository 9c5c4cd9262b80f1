import { expect, test } from 'vitest';
import { hasLink } from './links.js';

test.each([
  'https://example.org/a',
  '看这里http://t.cn/A6x',
  'HTTPS：//EXAMPLE.com',
  'www.kepu.net',
  '来 baidu.com 搜',
  'baidu。com',
  'ｂａｉｄｕ．ｃｏｍ',
  'baidu点com',
  'a.b.example.top!',
  'b23.tv/av170001',
  't.me/group',
  'weixin://dl/business',
  'mailto:a@b.cn',
  '科普.中国',
  'xn--fiqs8s.xn--fiqz9s',
  '10.0.0.1:8080',
  '1.2.3.4/x',
  'ftp://files.example',
])('%j has a link', (text) => {
  expect(hasLink(text)).toBe(true);
});

test.each([
  '',
  '圆周率是3.14',
  '2.5km/h',
  'v2.0.1',
  'Node.js很快',
  '好的。comet是彗星',
  '10.0.0.1',
  '1/2和3/4',
  'pH 7.4，U.S.A.',
  '9.18 14:32',
  '重点com两个字不连着',
  '和/或',
  '1：2的比例',
  'e.g. a/b',
  '中国',
  'a.b',
])('%j has none', (text) => {
  expect(hasLink(text)).toBe(false);
});
