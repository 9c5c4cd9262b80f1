import { expect, test } from 'vitest';
import { mostPagesBack, reach, type History } from './reach.rules.js';

const pageSize = 50;

/** A topic of which the last page is known; `leftOut` are numbers that the hub never tells. */
function aHistory({ length, leftOut = [], breaksAfter = Infinity }: { length: number; leftOut?: number[]; breaksAfter?: number }) {
  let known = Math.max(1, length - pageSize + 1);
  let pages = 0;
  const history: History = {
    oldest: () => known,
    has: (seq) => seq >= known && seq <= length && !leftOut.includes(seq),
    older: () => {
      if (pages >= breaksAfter) return Promise.resolve(false);
      pages += 1;
      known = Math.max(1, known - pageSize);
      return Promise.resolve(known > 1);
    },
  };
  return { history, pagesRead: () => pages };
}

test('what is known already is reached without a word to the hub', async () => {
  const { history, pagesRead } = aHistory({ length: 200 });
  expect(await reach(180, history)).toBe(true);
  expect(pagesRead()).toBe(0);
});

test('history is read until the number is there, and no further', async () => {
  const { history, pagesRead } = aHistory({ length: 500 });
  expect(await reach(390, history)).toBe(true);
  expect(pagesRead()).toBe(2);
});

test('the last page says that there is no more, and may be the one that has it', async () => {
  expect(await reach(1, aHistory({ length: 120 }).history)).toBe(true);
});

test('what lies too far back is given up', async () => {
  const { history, pagesRead } = aHistory({ length: 5_000 });
  expect(await reach(10, history)).toBe(false);
  expect(pagesRead()).toBe(mostPagesBack);
});

test('when nothing more arrives one does not go on asking', async () => {
  const { history, pagesRead } = aHistory({ length: 500, breaksAfter: 1 });
  expect(await reach(10, history)).toBe(false);
  expect(pagesRead()).toBe(1);
});

test('a number that was left out of a busy room is not there, though older ones are', async () => {
  expect(await reach(390, aHistory({ length: 500, leftOut: [390] }).history)).toBe(false);
});
