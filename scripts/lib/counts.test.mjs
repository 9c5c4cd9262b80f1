import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, failure, nothing, sum } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yh-counts-'));
const reportOf = (content) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const vitestReport = { numPassedTests: 3, numPendingTests: 1, numTodoTests: 0, testResults: [] };
const journeys = (specs, stats = {}) => ({
  stats: { expected: 4, skipped: 2, ...stats },
  suites: [{ specs: [], suites: [{ specs }] }],
  errors: [],
});

describe('the counts of a run', () => {
  test('are those of its report', () => {
    expect(countVitest(reportOf(vitestReport), 0)).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
    expect(countPlaywright(reportOf(journeys([])), 0)).toMatchObject({ passed: 4, failed: 0, skipped: 2 });
  });

  test('name each test that failed, with the first line of its reason', () => {
    const failureMessages = ['\u001B[31mError: late\u001B[39m\n    at x'];
    const broken = { name: 'x.it.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'a b', failureMessages }] };
    const [named] = countVitest(reportOf({ ...vitestReport, testResults: [broken] }), 1).failures;
    expect(named).toMatchObject({ title: 'a b', reason: 'Error: late' });
    const spec = {
      file: 'talk.spec.ts',
      title: 'two talk',
      ok: false,
      tests: [{ status: 'unexpected', results: [{ errors: [{ message: 'gone\n' }] }] }],
    };
    expect(countPlaywright(reportOf(journeys([spec])), 1).failures).toEqual([{ file: 'talk.spec.ts', title: 'two talk', reason: 'gone' }]);
  });

  test('hold a failure for a file that broke before its first test', () => {
    const broken = { name: 'x.it.test.ts', status: 'failed', message: 'no such file', assertionResults: [] };
    expect(countVitest(reportOf({ ...vitestReport, testResults: [broken] }), 1)).toMatchObject({
      failed: 1,
      failures: [{ reason: 'no such file' }],
    });
  });

  test('hold a failure when the runner failed and its report knows of none, or is missing', () => {
    expect(countVitest(reportOf(vitestReport), 1).failed).toBe(1);
    expect(countVitest(join(folder, 'none.json'), 0).failed).toBe(1);
  });

  test('hold a failure for a journey that passed only when repeated at once', () => {
    const spec = { file: 'talk.spec.ts', title: 'two talk', ok: true, tests: [{ status: 'flaky', results: [{ errors: [] }] }] };
    expect(countPlaywright(reportOf(journeys([spec])), 0).failed).toBe(1);
  });

  test('add up', () => {
    const [first, second] = [{ ...nothing, passed: 1, skipped: 2 }, failure({ title: 'lint' })];
    expect(sum([first, second])).toMatchObject({ passed: 1, failed: 1, skipped: 2, failures: [{ title: 'lint' }] });
  });
});
