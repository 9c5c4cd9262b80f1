import { join } from 'node:path';
import { countPlaywright, countVitest, freshReport } from './counts.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { chineseFont, programPath } from './system-packages.mjs';
import { node } from './tools.mjs';

/** Runs projects of vitest.config.ts, of them the files of these `names` and the tests whose title begins `title…:`; answers with the counts. */
export async function vitest(projects, { names = [], titles = [], env = {}, report = projects.join('-'), reporter = 'dot' } = {}) {
  const path = freshReport(report);
  const flags = projects.flatMap((project) => ['--project', project]);
  const code = await run(
    node,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...flags,
      '--silent=passed-only',
      `--reporter=${reporter}`,
      '--reporter=json',
      `--outputFile.json=${path}`,
      ...(titles.length > 0 ? ['--testNamePattern', titles.map((title) => `\\b${title}[a-z-]*:`).join('|')] : []),
      ...names,
    ],
    { env },
  );
  return countVitest(path, code);
}

/** Walks the journeys of test/e2e in the system's Chromium, and answers with the counts. */
export async function playwright(config, { names = [], titles = [], env = {}, report } = {}) {
  const chromium = process.env.CHROMIUM_PATH ?? (await programPath('chromium'));
  await chineseFont();
  const path = freshReport(report);
  const args = [join(root, 'test/node_modules/@playwright/test/cli.js'), 'test', '--config', config, ...names];
  if (titles.length > 0) args.push('--grep', titles.join('|'));
  // Its workers are told by FORCE_COLOR, and Node warns of both.
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' };
  const code = await run(node, args, { env: { ...env, ...plain, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: path } });
  return countPlaywright(path, code);
}
