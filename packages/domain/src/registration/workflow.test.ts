import { ActivityState, Role } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, isEditable, isWaiting, type Mover, type Standing, workflow, type WorkflowEvent } from './workflow.js';

const states = ActivityState.options;
const movers: Mover[] = [...Role.options, 'hub'];
const events = [...new Set(Object.values(workflow).flatMap((moves) => Object.keys(moves)))] as WorkflowEvent[];
const draft: Standing = { state: 'draft', level: 0 };
const act = (event: WorkflowEvent, by: Mover) => ({ event, by });

/** What comes of some events, those that are refused left out. */
function walk(levels: number, acts: readonly { event: WorkflowEvent; by: Mover }[]): { event: WorkflowEvent; standing: Standing }[] {
  let standing = draft;
  return acts.flatMap(({ event, by }) => {
    const verdict = advance(standing, event, { by, levels });
    if (!verdict.allowed) return [];
    standing = verdict.next;
    return [{ event, standing }];
  });
}
const anyWalk = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.array(fc.record({ event: fc.constantFrom(...events), by: fc.constantFrom(...movers) }), { maxLength: 120 }),
);

describe('the table', () => {
  test('is walked by state, event and mover: what is not in it is refused', () => {
    for (const state of states)
      for (const event of events)
        for (const by of movers) {
          const move = workflow[state][event];
          const level = event === 'approve' ? 2 : 0;
          const verdict = advance({ state, level }, event, { by, levels: 3 });
          if (!move) expect(verdict, `${state} ${event}`).toEqual({ allowed: false, why: 'state' });
          else if (!move.by.includes(by)) expect(verdict, `${state} ${event} ${by}`).toEqual({ allowed: false, why: 'role' });
          else expect(verdict, `${state} ${event} ${by}`).toMatchObject({ allowed: true, next: { state: move.to } });
        }
  });

  test('leads from a draft to every state', () => {
    const reached = new Set<ActivityState>(['draft']);
    for (const state of reached) for (const { to } of Object.values(workflow[state])) reached.add(to);
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });

  test('ends only where nothing can follow', () => {
    expect(states.filter((state) => Object.keys(workflow[state]).length === 0)).toEqual(['withdrawn', 'cancelled']);
  });

  test('gives hosts nothing that decides, and reviewers nothing that files', () => {
    const of = (mover: Mover) =>
      new Set(states.flatMap((state) => Object.entries(workflow[state]).flatMap(([event, { by }]) => (by.includes(mover) ? event : []))));
    expect([...of('host')].toSorted()).toEqual([
      'ask',
      'cancel',
      'postpone',
      'recall',
      'reopen',
      'reschedule',
      'resubmit',
      'submit',
      'summarise',
      'withdraw',
    ]);
    const filed = ['submit', 'resubmit', 'withdraw', 'summarise', 'reopen', 'publish', 'ask', 'recall'];
    expect([...of('reviewer')].filter((event) => filed.includes(event))).toEqual([]);
  });
});

describe('a filing', () => {
  const climb = [act('pass', 'reviewer'), act('pass', 'reviewer'), act('approve', 'reviewer')];

  test('climbs county, city and province, and is approved by the last', () => {
    expect(walk(3, [act('submit', 'host'), ...climb]).map(({ standing }) => standing)).toEqual([
      { state: 'submitted', level: 0 },
      { state: 'in-review', level: 1 },
      { state: 'in-review', level: 2 },
      { state: 'approved', level: 2 },
    ]);
  });

  test('that is returned by the province begins again at the county', () => {
    const told = walk(3, [act('submit', 'host'), ...climb.slice(0, 2), act('return', 'reviewer'), act('resubmit', 'host')]);
    expect(told.at(-1)?.standing).toEqual({ state: 'resubmitted', level: 0 });
  });

  test('whose decision is taken back stands where it was decided', () => {
    expect(advance({ state: 'in-review', level: 1 }, 'undo', { by: 'reviewer', levels: 3, before: 0 })).toEqual({
      allowed: true,
      next: { state: 'in-review', level: 0 },
    });
    expect(advance({ state: 'returned', level: 2 }, 'undo', { by: 'reviewer', levels: 3, before: 2 })).toEqual({
      allowed: true,
      next: { state: 'in-review', level: 2 },
    });
  });

  test('is never on the programme without the approval of every level since it was last submitted', () => {
    fc.assert(
      fc.property(anyWalk, ([levels, acts]) => {
        let passed = 0;
        for (const { event, standing } of walk(levels, acts)) {
          if (event === 'submit' || event === 'resubmit') passed = 0;
          if (event === 'pass' || event === 'approve') passed += 1;
          if (event === 'undo' && standing.state === 'in-review') passed = Math.min(passed, standing.level);
          if (standing.state === 'approved' || standing.state === 'published') expect(passed).toBeGreaterThanOrEqual(levels);
          expect(standing.level).toBeLessThan(levels);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('can be edited while it is its host’s, and never while it waits for a reviewer', () => {
    for (const state of states) expect(isEditable(state) && isWaiting(state)).toBe(false);
    expect(states.filter(isEditable)).toEqual(['draft', 'returned']);
    expect(states.filter(isWaiting).every((state) => workflow[state].return?.by.includes('reviewer'))).toBe(true);
  });
});
