import { expect, test } from 'vitest';
import { plateOfTopic } from './plates.js';

test('a topic is drawn as one of its domain, always the same', () => {
  const birds = { slug: 'houniao', domain: '生态文明' };
  expect(plateOfTopic(birds)).toBe('birds');
  const [one, other] = ['xingkong', 'tongshang-kexueke'].map((slug) => plateOfTopic({ slug, domain: '科学教育' }));
  expect([one, other]).toEqual(['trails', 'diffraction']);
});

test('a topic of a domain that nobody has drawn has a plate all the same', () => {
  expect(plateOfTopic({ slug: 'x', domain: '新的领域' })).toMatch(/^[a-z]+$/);
});
