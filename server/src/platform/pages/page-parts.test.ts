import { describe, expect, test } from 'vitest';
import { answerLink, fileLink, filesFor, type PageParts } from './page-parts.js';

const parts: readonly PageParts[] = [
  { path: '^/$', files: ['/assets/lobby-1.js', '/assets/lobby-2.css'], words: { 'zh-CN': [], en: ['/assets/shell-3.js'] } },
  { path: '^/channels/[^/]+/?$', files: ['/assets/channel-4.js'], words: { 'zh-CN': ['/assets/zh-5.js'], en: ['/assets/en-6.js'] } },
];

describe('the parts of a page', () => {
  test('are its files and its words in the reader’s language', () => {
    expect(filesFor(parts, '/', 'zh-CN')).toEqual(['/assets/lobby-1.js', '/assets/lobby-2.css']);
    expect(filesFor(parts, '/', 'en')).toEqual(['/assets/lobby-1.js', '/assets/lobby-2.css', '/assets/shell-3.js']);
    expect(filesFor(parts, '/channels/贵州', 'zh-CN')).toEqual(['/assets/channel-4.js', '/assets/zh-5.js']);
  });

  test('of a page that has none are none', () => {
    expect(filesFor(parts, '/no-such-page', 'zh-CN')).toEqual([]);
    expect(filesFor([], '/', 'zh-CN')).toEqual([]);
  });

  test('are asked for as their later use will: a module, a style, an answer', () => {
    expect(fileLink('/assets/lobby-1.js')).toBe('<link rel="modulepreload" crossorigin href="/assets/lobby-1.js" />');
    expect(fileLink('/assets/lobby-2.css')).toBe('<link rel="preload" as="style" crossorigin href="/assets/lobby-2.css" />');
    expect(answerLink('/api/v1/channels/guizhou')).toBe('<link rel="preload" as="fetch" crossorigin href="/api/v1/channels/guizhou" />');
  });
});
