import { isRunning } from '@yunhui/testkit';
import { describe, expect, test } from 'vitest';
import { type Bounds, ChildFailed, runBounded } from './bounded-child.js';

const wide: Bounds = { timeMs: 8_000, memoryMb: 512, outputBytes: 1_000_000 };
const node = (program: string, bounds: Partial<Bounds> = {}, input?: Buffer) =>
  runBounded({ program: process.execPath, args: ['-e', program], bounds: { ...wide, ...bounds }, ...(input && { input }) });
const whyOf = async (run: Promise<Buffer>) =>
  run.then(
    () => 'it ended well',
    (error: unknown) => (error instanceof ChildFailed ? error.why : String(error)),
  );

describe('a bounded child', () => {
  test('is given its input and gives its output', async () => {
    const output = await node('process.stdin.pipe(process.stdout)', {}, Buffer.from('a picture'));
    expect(output.toString()).toBe('a picture');
  });

  test('that has seen enough of a long input ends well', async () => {
    const output = await node("process.stdout.write('enough', () => process.exit(0))", {}, Buffer.alloc(4_000_000));
    expect(output.toString()).toBe('enough');
  });

  test('knows nothing of our environment', async () => {
    const output = await node('process.stdout.write(JSON.stringify(Object.keys(process.env)) + process.cwd())');
    expect(output.toString()).toBe('[]/');
  });

  test('that fails says what it said', async () => {
    await expect(node("process.stderr.write('no such thing'); process.exitCode = 3")).rejects.toThrow('ended badly: no such thing');
    expect(await whyOf(runBounded({ program: '/no/such/program', args: [], bounds: wide }))).toContain('ENOENT');
  });

  test('that says too much is ended', async () => {
    expect(await whyOf(node("setInterval(() => process.stdout.write('x'.repeat(9_999)), 1)", { outputBytes: 50_000 }))).toBe(
      'said too much',
    );
  });

  test.skipIf(process.platform !== 'linux')('that takes too much memory is ended', async () => {
    const greedy = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 10)';
    expect(await whyOf(node(greedy, { memoryMb: 200 }))).toBe('took too much memory');
  });

  test('that takes too long is ended, with whatever it started', async () => {
    const starts =
      "process.stderr.write(String(require('node:child_process').spawn('/bin/sleep', ['60']).pid)); setInterval(() => {}, 1000)";
    const began = performance.now();
    const failed = (await node(starts, { timeMs: 1_500 }).catch((error: unknown) => error)) as ChildFailed;
    expect(failed.why).toBe('took too long');
    expect(performance.now() - began).toBeLessThan(6_000);
    const grandchild = Number(failed.said);
    expect(grandchild).toBeGreaterThan(1);
    await expect.poll(() => isRunning(grandchild)).toBe(false);
  });

  test('is ended when we end', async () => {
    const over = new AbortController();
    const running = runBounded({
      program: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'],
      bounds: wide,
      signal: over.signal,
    });
    over.abort();
    expect(await whyOf(running)).toBe('stopped');
  });
});
