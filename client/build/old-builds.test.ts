import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { keepNewest, oldBuilds } from './old-builds.js';

test('the build before is kept, and the same build made again is no other', () => {
  expect(keepNewest(['b.js', 'a.js'], [['old.js'], ['older.js']])).toEqual([['a.js', 'b.js'], ['old.js']]);
  expect(keepNewest(['b.js', 'a.js'], [['a.js', 'b.js'], ['old.js']])).toEqual([['a.js', 'b.js'], ['old.js']]);
});

test('a tab finds its parts after one deploy, and not after two', async () => {
  const root = mkdtempSync(join(tmpdir(), 'yh-builds-'));
  try {
    writeFileSync(join(root, 'index.html'), '<script type="module" src="/main.js"></script>');
    const deploy = async (version: number): Promise<string[]> => {
      writeFileSync(join(root, 'main.js'), `console.info('version ${version}');`);
      await build({ root, configFile: false, logLevel: 'silent', build: { emptyOutDir: false }, plugins: [oldBuilds()] });
      return readdirSync(join(root, 'dist/assets'));
    };
    const first = await deploy(1);
    writeFileSync(join(root, 'dist/assets', `${first[0]}.br`), '');
    expect(first).toHaveLength(1);
    expect(await deploy(2)).toEqual(expect.arrayContaining([...first, `${first[0]}.br`]));
    expect(await deploy(2)).toHaveLength(3);
    const third = await deploy(3);
    expect(third).toHaveLength(2);
    expect(third).not.toContain(first[0]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
