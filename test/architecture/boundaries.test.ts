import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { aFolder } from '@yunhui/testkit';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import ruleSet from '../../.dependency-cruiser.mjs';
import { seeds } from './boundary-seeds.js';

const root = join(import.meta.dirname, '../..');
const places = ['server/src', 'client/src', 'packages', 'scripts', 'test'];

describe('the boundaries between modules', () => {
  test('hold in the whole tree', async () => {
    const { summary, modules } = await cruised(root, places);
    const told = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(told).toEqual([]);
    // A cruise that sees nothing finds nothing wrong.
    const sources = modules.map(({ source }) => source);
    for (const place of ['server/src/', 'client/src/', 'packages/contracts/src/', 'scripts/']) {
      expect(sources.filter((source) => source.startsWith(place)).length, place).toBeGreaterThan(3);
    }
    expect(sources).toContainEqual(expect.stringMatching(/node_modules\/zod\//));
    expect(sources).toContainEqual(expect.stringMatching(/^packages\/contracts\/dist\//));
  });

  test('have a seeded violation for each rule', () => {
    expect(new Set(Object.keys(seeds))).toEqual(new Set(ruleSet.forbidden.map(({ name }) => name)));
  });

  test.each(Object.entries(seeds))('%s catches its seeded violation', async (name, files) => {
    await using folder = await aFolder('yh-seed-');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder.path, path)), { recursive: true });
      await writeFile(join(folder.path, path), text);
    }
    await plant(folder.path, ['zod', 'pg', 'redis', 'vitest']);
    const top = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const { summary } = await cruised(folder.path, top);
    expect(summary.violations.map(({ rule }) => rule.name)).toContain(name);
  });
});

async function cruised(baseDir: string, paths: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    paths,
    { ...ruleSet.options, baseDir, validate: true, ruleSet: { forbidden: ruleSet.forbidden } },
    { bustTheCache: true },
  );
  if (typeof output === 'string') throw new Error('a cruise without a reporter returns its result');
  return output;
}

/** Libraries as pnpm lays them out: a link at the top, the files nested below a version. */
async function plant(folder: string, libraries: string[]): Promise<void> {
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  for (const library of libraries) {
    const place = join(folder, 'node_modules/.pnpm', `${library}@1.0.0`, 'node_modules', library);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'package.json'), JSON.stringify({ name: library, version: '1.0.0', type: 'module', main: 'index.js' }));
    await writeFile(join(place, 'index.js'), 'export const one = 1;\n');
    await symlink(place, join(folder, 'node_modules', library));
  }
}
