import { expect, test } from 'vitest';
import { announcedIn } from './announced.rules.js';

const said = (seq: number, kind: string, text?: string) => ({ seq, at: seq * 1_000, kind, ...(text !== undefined && { text }) });

test('the last three announcements are told, the newest first, and nothing else that was said', () => {
  const entries = [
    said(1, 'announcement', '三点开始提问'),
    said(2, 'message', '好'),
    said(3, 'announcement', '提问到三点半'),
    said(4, 'announcement', '换了机位'),
    said(5, 'mode'),
    said(6, 'announcement', '谢谢收看'),
    said(7, 'announcement'),
  ];
  expect(announcedIn(entries).map(({ seq, text }) => [seq, text])).toEqual([
    [6, '谢谢收看'],
    [4, '换了机位'],
    [3, '提问到三点半'],
  ]);
});
