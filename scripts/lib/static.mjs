import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { failure, nothing, sum } from './counts.mjs';
import { root } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { vitest } from './runners.mjs';
import { complain, say } from './say.mjs';
import { node } from './tools.mjs';

/** Everything that is known without running the product. Each check counts as one test. */
export async function staticChecks() {
  const checks = [
    { name: 'format', program: 'oxfmt', args: ['--check'] },
    { name: 'lint', program: 'oxlint', args: ['--type-aware', '--deny-warnings', '-f', 'stylish'] },
    { name: 'unused', program: 'knip', args: ['--no-progress'] },
    { name: 'generated pages fresh', program: node, args: ['scripts/generate/pages.mjs', '--check'] },
    ...typedFolders().map((folder) => ({ name: `types of ${folder}`, program: 'tsc', args: ['-p', folder] })),
  ];
  const counts = await twoAtATime(checks.map((check) => () => judged(check)));
  const built = await vitest(['architecture']);
  return sum([...counts, built]);
}

async function judged({ name, program, args }) {
  const { code, output } = await runQuietly(program, args);
  if (code === 0) return { ...nothing, passed: 1 };
  say(`  ✗ ${name}`);
  complain(output.trimEnd());
  return failure({ title: name, reason: output.trim().split('\n', 1)[0] });
}

/** Each package with a tsconfig of its own. */
function typedFolders() {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  return [...packages, 'server', 'client', 'test'].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
}

/** The machine that has to be quick enough has two cores. */
async function twoAtATime(works) {
  const results = [];
  const waiting = works.entries();
  const lane = async () => {
    for (const [at, work] of waiting) results[at] = await work();
  };
  await Promise.all([lane(), lane()]);
  return results;
}
