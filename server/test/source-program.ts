import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const server = fileURLToPath(new URL('..', import.meta.url));

/** What is run by its file's name and imported by nobody. */
const workers = ['platform/database/pglite-worker.ts', 'platform/upkeep/archive-worker.ts'];

/**
 * Makes a program of our sources that a second process can run and a test can kill: `entry` and what it
 * imports are transpiled, and `text` starts with `entry` imported as `source`.
 */
export function aProgram(entry: string, text = ''): { path: string } & Disposable {
  const out = join(server, 'node_modules', '.cache', `program-${process.pid}-${Date.now()}`);
  const program = join(out, 'program.js');
  const seen = new Set<string>();
  for (const file of [entry, ...workers]) transpile(join(server, 'src', file), out, seen);
  symlinkSync(join(server, 'migrations'), join(out, 'migrations'));
  writeFileSync(program, `import * as source from './src/${entry.replace(/\.ts$/, '.js')}';\n${text}`);
  return { path: program, [Symbol.dispose]: () => rmSync(out, { recursive: true, force: true }) };
}

function transpile(file: string, out: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const { options } = ts.convertCompilerOptionsFromJson(
    { target: 'ES2024', module: 'ESNext', experimentalDecorators: true, emitDecoratorMetadata: true, verbatimModuleSyntax: true },
    server,
  );
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: options, fileName: file });
  const target = join(out, relative(server, file)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  for (const [, imported] of outputText.matchAll(/from '(\.{1,2}\/[^']+)\.js'/g))
    transpile(resolve(dirname(file), `${imported}.ts`), out, seen);
}
