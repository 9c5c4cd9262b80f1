import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { sizeOf } from '../lib/arguments.mjs';
import { bootstrap } from '../lib/bootstrap.mjs';
import { freshReport } from '../lib/counts.mjs';
import { reports, root } from '../lib/paths.mjs';
import { vitest } from '../lib/runners.mjs';
import { close, say, secondsSince } from '../lib/say.mjs';
import { programPath } from '../lib/system-packages.mjs';

/**
 * `npm run faults [-- name… | quick | full] [--seed N] [--minutes M] [--replay FILE]`: breaks the hub on
 * purpose. A name is the first word of a row's title. The seed is printed, so that a run can be had again.
 */
export async function run({ names: all, flags }) {
  const { size, names } = sizeOf(all);
  const seed = flags.seed ?? String(Math.floor(Math.random() * 2 ** 31));
  await bootstrap();
  await programPath('postgres');
  const figuresFile = freshReport('faults-figures');
  const schedule = join(reports, `faults-schedule-${seed}.json`);
  const env = { FAULTS_SIZE: size, FAULTS_SEED: seed, FAULTS_FIGURES: figuresFile, FAULTS_SCHEDULE: schedule };
  say(`seed ${seed}; the schedule of \`random\` and how far it is: ${relative(root, schedule)}, ${relative(root, schedule)}.log`);
  if (flags.minutes) env.FAULTS_MINUTES = flags.minutes;
  if (flags.replay) env.FAULTS_REPLAY = resolve(flags.replay);
  const { passed, failed, skipped } = await vitest(['faults'], { titles: names, env, reporter: 'verbose' });
  const figures = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trim().split('\n') : [];
  for (const figure of figures) say(`  ${figure}`);
  return close(
    'faults',
    failed === 0 && passed > 0,
    size,
    `seed ${seed}`,
    `${passed} passed`,
    `${failed} failed`,
    `${skipped} skipped`,
    secondsSince(),
  );
}
