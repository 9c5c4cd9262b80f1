import { existsSync, readFileSync } from 'node:fs';
import { sizeOf } from '../lib/arguments.mjs';
import { bootstrap } from '../lib/bootstrap.mjs';
import { freshReport } from '../lib/counts.mjs';
import { nchanFolder } from '../lib/nchan.mjs';
import { vitest } from '../lib/runners.mjs';
import { close, say, secondsSince } from '../lib/say.mjs';

/** What is measured when nothing is named: the engine's goals 1 to 9. Everything else has a name. */
const goals = ['fan-out', 'viewers', 'accept', 'memory', 'lobby', 'rush', 'followers', 'retraction'];

/** `npm run bench [-- name… | quick | full]`: measures, and says each figure with what was promised. */
export async function run({ names: all }) {
  const { size, names: named } = sizeOf(all, 'full');
  const names = named.length > 0 ? named : goals;
  await bootstrap();
  const figuresFile = freshReport('figures');
  const isFanOut = names.includes('fan-out');
  const nchan = isFanOut ? await nchanFolder() : undefined;
  const { passed, failed, skipped } = await vitest(['bench'], {
    names,
    env: { BENCH_SIZE: size, BENCH_FIGURES: figuresFile, ...(nchan && { BENCH_NCHAN: nchan }) },
    reporter: 'default',
  });
  const figures = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trim().split('\n') : [];
  for (const figure of figures) say(`  ${figure}`);
  return close('bench', failed === 0 && passed > 0, size, `${passed} passed`, `${failed} failed`, `${skipped} skipped`, secondsSince());
}
