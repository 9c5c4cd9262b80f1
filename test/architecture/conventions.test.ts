import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Breach, exportStarBreaches, journeyBreaches, parsed, transactionBreaches } from './conventions.js';

const root = join(import.meta.dirname, '../..');

function breachesIn(pattern: string, find: (source: ts.SourceFile) => Breach[], leftOut = /^$/): string[] {
  const paths = globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).filter((path) => !leftOut.test(path));
  expect(paths.length, `files of ${pattern}`).toBeGreaterThan(0);
  return paths.flatMap((path) =>
    find(parsed(path, readFileSync(join(root, path), 'utf8'))).map(({ line, says }) => `${path}:${line} ${says}`),
  );
}

describe('the whole tree', () => {
  test('awaits nothing but SQL inside a transaction', () => {
    expect(breachesIn('server/src/**/*.ts', transactionBreaches, /\.test\.ts$/)).toEqual([]);
  });

  test('exports everything of a file only from the index of a package', () => {
    expect(breachesIn('{server,client,packages,test}/**/*.{ts,tsx}', exportStarBreaches, /^packages\/[^/]+\/src\/index\.ts$/)).toEqual([]);
  });

  test('calls the API in journeys only to arrange', () => {
    expect(breachesIn('test/e2e/**/*.ts', journeyBreaches, /^test\/e2e\/(arrange|harness)\//)).toEqual([]);
  });
});

describe('a transaction', () => {
  const breaches = (text: string): string[] => transactionBreaches(parsed('a.ts', text)).map(({ says }) => says);

  test.each([
    'await database.transaction(async (tx) => { await tx.insert(a); await facts.record(tx, fact); });',
    'async function keep(tx: Transaction) { for (const row of rows) await tx.insert(row); }',
    'await database.transaction(async (tx) => { await Promise.all(rows.map((row) => keep(tx, row))); });',
  ])('may wait for its own handle: %s', (text) => expect(breaches(text)).toEqual([]));

  test.each([
    [
      'await database.transaction(async (tx) => { await fetch(url); await tx.insert(a); });',
      'awaits something else than tx in a transaction',
    ],
    [
      'await this.database.transaction(async (tx) => { await this.redis.client.set(key, 1); });',
      'awaits something else than tx in a transaction',
    ],
    ['class A { async keep(inside: Transaction) { await this.clock.tick(); } }', 'awaits something else than inside in a transaction'],
    [
      'await database.transaction(async (tx) => { for await (const row of stream) keep(tx, row); });',
      'awaits something else than tx in a transaction',
    ],
    ['await database.transaction((tx) => keep(tx, database.drizzle));', 'uses the outer handle in a transaction'],
    ['await database.transaction(async ({ insert }) => insert(a));', 'takes the transaction apart'],
  ])('is refused: %s', (text, says) => expect(breaches(text)).toEqual([says]));
});

describe('a journey', () => {
  const breaches = (text: string): string[] => journeyBreaches(parsed('a.spec.ts', text)).map(({ says }) => says);

  test('clicks and types', () => {
    expect(breaches("import { talk } from './arrange/talk.js'; await page.getByRole('button').click(); await talk(hub);")).toEqual([]);
  });

  test.each([
    'await fetch(hub.address);',
    'await page.request.get(hub.address);',
    "test('a', async ({ page, request }) => {});",
    "import { createRealtimeClient } from '@yunhui/realtime-client';",
  ])('calls no API: %s', (text) => expect(breaches(text)).toHaveLength(1));
});

test('`export *` is told from a list of names', () => {
  expect(exportStarBreaches(parsed('a.ts', "export * from './b.js';\nexport { c } from './c.js';"))).toEqual([
    { line: 1, says: 'exports everything of another file' },
  ]);
});
