import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');

/** Each `[words](path)` of a page: what it says stands where it leads. */
function linksOf(page: string): { words: string; path: string }[] {
  const text = readFileSync(join(docs, page), 'utf8');
  return [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({ words, path }));
}

test('every promise of docs/guarantees.md leads to a test that says so', () => {
  const links = linksOf('guarantees.md');
  expect(links.length).toBeGreaterThan(20);
  const broken = links.filter(({ words, path }) => !path.endsWith(words) && !readFileSync(join(docs, path), 'utf8').includes(words));
  expect(broken).toEqual([]);
});
