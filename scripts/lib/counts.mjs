import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { playwrightFailures, vitestFailures } from './failures.mjs';
import { reports } from './paths.mjs';

/** How many tests passed, failed and were skipped; which failed, and which did so only beside others. */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };

/** The count of something that failed as a whole: `{file, title, reason}`, each of which may be missing. */
export const failure = (what) => ({ ...nothing, failed: 1, failures: [{ file: '', title: '', reason: '', ...what }] });

export function sum(counts) {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...all.failures, ...one.failures],
      unsteady: [...all.unsteady, ...one.unsteady],
    }),
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
  if (!report) return failure({ reason: `its runner wrote no report, code ${code}` });
  const failures = orTheRunner(vitestFailures(report), code);
  return counted(report.numPassedTests, report.numPendingTests + report.numTodoTests, failures);
}

/** Playwright's JSON report. A test that passed only when repeated at once is a failure: nothing of ours does so. */
export function countPlaywright(path, code) {
  const report = readReport(path);
  if (!report) return failure({ reason: `its runner wrote no report, code ${code}` });
  const failures = orTheRunner(playwrightFailures(report), code);
  return counted(report.stats.expected, report.stats.skipped, failures);
}

const counted = (passed, skipped, failures) => ({ ...nothing, passed, failed: failures.length, skipped, failures });

/** A runner that fails though each of its tests passed met an error outside them. */
function orTheRunner(failures, code) {
  if (failures.length > 0 || code === 0) return failures;
  return [{ file: '', title: '', reason: `its runner ended with code ${code}; the error is above` }];
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
