import type { TopicView } from '@yunhui/realtime-client';
import { describe, expect, test } from 'vitest';
import { hintsAfter } from './hints.rules.js';

const aView = (seqs: readonly number[], changes: Partial<TopicView> = {}): TopicView => ({
  topic: 'queue:cn',
  epoch: 'e1',
  seq: seqs.at(-1) ?? 0,
  rev: 0,
  entries: seqs.map((seq) => ({ seq, at: seq, kind: 'hold.added', id: `hold-${seq}`, risk: 'low' })),
  state: {},
  own: [],
  status: 'live',
  restarted: 0,
  ...changes,
});
const at = (seq: number) => ({ epoch: 'e1', seq, restarted: 0 });

describe('the hints of a queue', () => {
  test('are those that came since', () => {
    expect(hintsAfter(aView([1, 2, 3]), at(1))).toEqual({
      hints: [
        { kind: 'hold.added', id: 'hold-2' },
        { kind: 'hold.added', id: 'hold-3' },
      ],
      changed: [],
      position: at(3),
      missed: false,
    });
  });

  test('tell which lists beside it have something new, each once', () => {
    const kinds = ['report.added', 'hold.added', 'report.settled', 'appeal.settled'] as const;
    const entries = kinds.map((kind, i) => ({ seq: i + 2, at: i, kind, id: `id-${i}` }));
    expect(hintsAfter(aView([5], { entries }), at(1))).toMatchObject({ hints: [{ id: 'id-1' }], changed: ['reports', 'appeals'] });
    expect(hintsAfter(aView([8, 9]), at(3)).changed).toEqual(['reports', 'appeals']);
  });

  test('before the queue was joined may be lost: the list is read again', () => {
    expect(hintsAfter(aView([1, 2]), undefined)).toMatchObject({ hints: [], missed: true });
  });

  test('of a queue that is not joined yet are none, and nothing is lost by that', () => {
    expect(hintsAfter(aView([], { epoch: undefined } as Partial<TopicView>), undefined)).toMatchObject({ hints: [], missed: false });
  });

  test('beyond what a view keeps are lost', () => {
    expect(hintsAfter(aView([8, 9]), at(3))).toMatchObject({ missed: true });
  });

  test('are lost when the queue began anew', () => {
    expect(hintsAfter(aView([1, 2], { restarted: 1 }), at(1))).toMatchObject({ hints: [], missed: true });
    expect(hintsAfter(aView([1, 2], { epoch: 'e2' }), at(1))).toMatchObject({ hints: [], missed: true });
  });

  test('of other kinds are none of the desk’s', () => {
    const other = { seq: 4, at: 4, kind: 'mode', id: 'x' } as const;
    expect(hintsAfter(aView([3], { entries: [other], seq: 4 }), at(3)).hints).toEqual([]);
  });
});
