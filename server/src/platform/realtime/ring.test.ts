import type { Entry } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedAll } from './changed-entries.js';
import { engine } from './engine-settings.js';
import { Ring } from './ring.js';

const said = (seq: number, text = `m${seq}`): Entry => ({
  seq,
  at: seq,
  kind: 'message',
  message: { id: `id-${seq}`, kind: 'chat', text, author: { id: 'a', name: 'A' } },
});
const seqs = (entries: readonly Entry[] | undefined) => entries?.map(({ seq }) => seq);
const aRing = () => new Ring('e', 0, 0);

describe('E5: a ring', () => {
  test('takes a range that continues it, and of one that overlaps only what is new', () => {
    const ring = aRing();
    expect(ring.apply({ after: 0, seq: 2, entries: [said(1), said(2)] })).toBe('applied');
    expect(ring.apply({ after: 1, seq: 3, entries: [said(2), said(3)] })).toBe('applied');
    expect(seqs(ring.since(0))).toEqual([1, 2, 3]);
  });

  test('ignores what it knows and does not jump over a hole', () => {
    const ring = aRing();
    ring.apply({ after: 0, seq: 5, entries: [said(5)] });
    expect(ring.apply({ after: 2, seq: 5, entries: [said(4)] })).toBe('ignored');
    expect(ring.apply({ after: 6, seq: 7, entries: [said(7)] })).toBe('ahead');
    expect(ring.head).toBe(5);
  });

  test('holds every range once and in order, however they are repeated and cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 200 }), (length, cuts) => {
        const ring = aRing();
        const log = Array.from({ length }, (_, i) => said(i + 1));
        for (const [a, b] of [...cuts, [0, length] as const]) {
          const after = Math.min(a, b, length);
          const seq = Math.min(Math.max(a, b), length);
          ring.apply({ after, seq, entries: log.slice(after, seq) });
        }
        ring.apply({ after: ring.head, seq: length, entries: log.slice(ring.head) });
        expect(seqs(ring.since(0))).toEqual(seqs(log));
      }),
    );
  });

  test('keeps 1,000 entries and says from where it is complete', () => {
    const ring = aRing();
    ring.apply({ after: 0, seq: 1_500, entries: Array.from({ length: 1_500 }, (_, i) => said(i + 1)) });
    expect(ring.from).toBe(500);
    expect(ring.since(499)).toBeUndefined();
    expect(ring.since(500)).toHaveLength(engine.ring.entries);
  });

  test('stays within its bytes', () => {
    const ring = aRing();
    for (let seq = 1; seq <= 400; seq++) ring.apply({ after: seq - 1, seq, entries: [said(seq, '好'.repeat(2_000))] });
    expect(ring.bytes).toBeLessThanOrEqual(engine.ring.bytes);
    expect(ring.since(ring.from)).not.toHaveLength(0);
  });
});

describe('E16: a ring that must show less', () => {
  const host = { id: 'h', name: 'H', role: 'host' as const };
  const said24 = Array.from({ length: 24 }, (_, at) => said(at + 1));

  test('leaves out every second message of the audience, the same ones however ranges are cut', () => {
    const [whole, cut] = [aRing(), aRing()];
    whole.apply({ after: 0, seq: 24, entries: said24 });
    for (let seq = 5; seq <= 25; seq += 5) cut.apply({ after: seq - 5, seq: Math.min(seq, 24), entries: said24.slice(seq - 5, seq) });
    const left = seqs(whole.thinned(said24));
    expect(left).toEqual(said24.map(({ seq }) => seq).filter((seq) => seq % 2 === 1));
    expect(seqs(cut.thinned(said24))).toEqual(left);
  });

  test('never what a host says, what is taken back, or what everybody must see', () => {
    const owed: Entry[] = [
      { seq: 2, at: 2, kind: 'message', message: { id: 'h1', kind: 'chat', text: 'welcome', author: host } },
      { seq: 3, at: 3, kind: 'retraction', targets: [1], by: 'author' },
      { seq: 4, at: 4, kind: 'pin', fallback: '' },
    ];
    const ring = aRing();
    ring.apply({ after: 0, seq: 6, entries: [said(1), ...owed, said(5), said(6)] });
    expect(seqs(ring.thinned(ring.since(0) ?? []))).toEqual([1, 2, 3, 4, 6]);
  });
});

describe('E12: a retraction', () => {
  const retraction = (seq: number, ...targets: number[]): Entry => ({ seq, at: seq, kind: 'retraction', targets, by: 'moderator' });

  test('takes the words out before the next frame', () => {
    const ring = aRing();
    ring.apply({ after: 0, seq: 2, entries: [said(1, 'hurtful'), said(2)] });
    ring.apply({ after: 2, seq: 3, entries: [retraction(3, 1)] });
    expect(JSON.stringify(ring.since(0))).not.toContain('hurtful');
    expect(ring.since(0)?.[0]).toEqual({ seq: 1, at: 1, kind: 'message', message: { id: 'id-1', retracted: true } });
  });

  test('that comes in one range with its message works as well', () => {
    const ring = aRing();
    ring.apply({ after: 0, seq: 2, entries: [said(1, 'hurtful'), retraction(2, 1)] });
    expect(JSON.stringify(ring.last(10))).not.toContain('hurtful');
  });

  test('empties the quotes of it', () => {
    const ring = aRing();
    const reply = said(2);
    (reply as { message: Record<string, unknown> }).message['replyTo'] = { seq: 1, name: 'A', text: 'hurtful' };
    ring.apply({ after: 0, seq: 3, entries: [said(1, 'hurtful'), reply, retraction(3, 1)] });
    expect(JSON.stringify(ring.since(0))).not.toContain('hurtful');
  });
});

describe('E12: a new name in a ring', () => {
  const by = (seq: number, id: string, replyTo?: number): Entry => ({
    seq,
    at: seq,
    kind: 'message',
    message: {
      id: `id-${seq}`,
      kind: 'chat',
      text: `m${seq}`,
      author: { id, name: `the old ${id}` },
      ...(replyTo !== undefined && { replyTo: { seq: replyTo, name: 'the old a', text: '' } }),
    },
  });
  const renamed = (seq: number, author: string): Entry => ({ seq, at: seq, kind: 'author.renamed', author, name: `the new ${author}` });
  const namesIn = (entries: readonly Entry[] = []) =>
    entries.flatMap(({ kind, ...entry }) => {
      const { message } = entry as { message?: { author: { name: string }; replyTo?: { name: string } } };
      return kind === 'message' && message ? [[message.author.name, message.replyTo?.name]] : [];
    });

  test('redraws what they said before it and who quotes them, and nobody else', () => {
    const ring = aRing();
    ring.apply({ after: 0, seq: 4, entries: [by(1, 'a'), by(2, 'b', 1), renamed(3, 'a'), by(4, 'a')] });
    expect(namesIn(ring.since(0))).toEqual([
      ['the new a', undefined],
      ['the old b', 'the new a'],
      ['the old a', undefined],
    ]);
  });

  test('that comes after a page was read redraws the page as well', () => {
    expect(namesIn(changedAll([by(1, 'a'), by(2, 'b'), renamed(3, 'a'), renamed(4, 'b')]))).toEqual([
      ['the new a', undefined],
      ['the new b', undefined],
    ]);
  });
});
