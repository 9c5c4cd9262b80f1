import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, sum } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yh-counts-'));
const reportOf = (content) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const vitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

describe('the counts of a run', () => {
  test('are those of its report', () => {
    expect(countVitest(reportOf(vitestReport), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(countPlaywright(reportOf({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] }), 0)).toEqual({
      passed: 4,
      failed: 0,
      skipped: 2,
    });
  });

  test('hold a failure for a file that broke before its first test', () => {
    const broken = { ...vitestReport, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(reportOf(broken), 1).failed).toBe(1);
  });

  test('hold a failure when the runner failed and its report knows of none, or is missing', () => {
    expect(countVitest(reportOf(vitestReport), 1).failed).toBe(1);
    expect(countVitest(join(folder, 'none.json'), 0).failed).toBe(1);
  });

  test('hold a failure for a journey that passed only when repeated', () => {
    expect(countPlaywright(reportOf({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] }), 0).failed).toBe(1);
  });

  test('add up', () => {
    expect(
      sum([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 2, failed: 1, skipped: 0 },
      ]),
    ).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });
});
