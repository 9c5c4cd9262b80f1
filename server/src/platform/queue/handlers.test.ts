import { describe, expect, test } from 'vitest';
import { assignJobs } from './handlers.js';

const aMethod = (name: string, ...marks: string[]) => ({ name, marks, call: () => Promise.resolve() });

describe('jobs and their handlers', () => {
  test('fit when each job has one', () => {
    const assigned = assignJobs(['a', 'b'], [aMethod('X.one', 'a'), aMethod('X.two', 'b')]);
    expect([...assigned].map(([job, { name }]) => [job, name])).toEqual([
      ['a', 'X.one'],
      ['b', 'X.two'],
    ]);
  });

  test('are refused with every mistake at once', () => {
    const methods = [aMethod('X.one', 'a'), aMethod('Y.one', 'a'), aMethod('Z.one', 'gone')];
    expect(() => assignJobs(['a', 'b'], methods)).toThrow(
      'Jobs and handlers do not match:\n  b has no handler\n  a has X.one and Y.one\n  Z.one handles gone, which is not in the catalog',
    );
  });
});
