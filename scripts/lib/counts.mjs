import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reports } from './paths.mjs';

/** How many tests passed, failed and were skipped. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function sum(counts) {
  return counts.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }),
    nothing,
  );
}

/** Where a runner writes its report; an older one is gone, so that it cannot be counted. */
export function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const path = join(reports, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

/** Vitest's JSON report. A file that fails before its first test counts as one failure; so does a run without a report. */
export function countVitest(path, code) {
  const report = readReport(path);
  if (!report) return { ...nothing, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: report.numPendingTests + report.numTodoTests };
}

/** Playwright's JSON report. A test that passed only when repeated is a failure: nothing of ours repeats. */
export function countPlaywright(path, code) {
  const report = readReport(path);
  if (!report) return { ...nothing, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return { passed: expected, failed: failed || (code === 0 ? 0 : 1), skipped };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
