import type { Entry } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { announcedIn } from './announced.rules.js';

const announced = (seq: number, text: string): Entry => ({ seq, at: seq * 1_000, kind: 'announcement', text, fallback: text });
const mode = (seq: number): Entry => ({ seq, at: seq * 1_000, kind: 'mode' });

test('the last three announcements are told, the newest first, and nothing else that was said', () => {
  const entries = [
    announced(1, '三点开始提问'),
    mode(2),
    announced(3, '提问到三点半'),
    announced(4, '换了机位'),
    announced(6, '谢谢收看'),
    mode(7),
  ];
  expect(announcedIn(entries).map(({ seq, text }) => [seq, text])).toEqual([
    [6, '谢谢收看'],
    [4, '换了机位'],
    [3, '提问到三点半'],
  ]);
});
