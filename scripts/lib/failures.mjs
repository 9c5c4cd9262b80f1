import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/** What failed in a run of Vitest, by its JSON report: `{file, title, reason}`; a file that broke before its first test has no title. */
export function vitestFailures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name ?? '');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [{ file, title: '', reason: firstLine(message) }] : [];
    return failed.map((test) => ({ file, title: test.fullName, reason: firstLine(test.failureMessages?.[0]) }));
  });
}

/** What failed in a run of Playwright, by its JSON report. What broke outside every test has no file. */
export function playwrightFailures({ suites = [], errors }) {
  const failed = suites.flatMap(specsOf).filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'));
  return [
    ...failed.map(({ file, title, tests }) => ({ file, title, reason: firstLine(tests.flatMap(errorsOf)[0]?.message) })),
    ...errors.map(({ message }) => ({ file: '', title: '', reason: firstLine(message) })),
  ];
}

/** A failure in one line. */
export function failureLine({ file, title, reason }) {
  return [file, title, reason].filter(Boolean).join(' › ');
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
const errorsOf = ({ results }) => results.flatMap(({ errors }) => errors);

function firstLine(message = '') {
  return stripVTControlCharacters(message).trim().split('\n', 1)[0];
}
