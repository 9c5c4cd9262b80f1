import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type HlsType from 'hls.js';
import HlsLight from 'hls.js/light';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { captionTrack } from './caption-track.js';
import { hlsCaptions, libraries, readRelease } from './hls-captions.js';

type Package = { version: string; devDependencies: Record<string, string> };
const packageOf = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../node_modules', name, 'package.json'), 'utf8')) as Package;
const entry = join(import.meta.dirname, '../src/features/streams/engine/hls-captions.ts');

/** The library as a page gets it. */
async function builtHls(): Promise<{ Hls: typeof HlsType; code: string }> {
  const root = mkdtempSync(join(tmpdir(), 'yh-hls-'));
  try {
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [hlsCaptions(), captionTrack()],
      build: { write: false, lib: { entry, formats: ['es'] }, target: 'es2022' },
    });
    const [chunk] = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
    if (chunk?.type !== 'chunk') throw new Error('nothing was built');
    const file = join(root, 'hls.mjs');
    writeFileSync(file, chunk.code);
    return { Hls: ((await import(file)) as { Hls: typeof HlsType }).Hls, code: chunk.code };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the release of hls.js is the one whose source was read, with the libraries that it is made with', () => {
  const { version, devDependencies } = packageOf('hls.js');
  expect(version).toBe(readRelease);
  for (const name of libraries) expect(packageOf(name).version, name).toBe(devDependencies[name]);
});

test('what a page gets for captions is the light build with captions, and nothing else', { timeout: 60_000 }, async () => {
  const { Hls, code } = await builtHls();
  const kinds = (config: object) => Object.fromEntries(Object.entries(config).map(([key, value]) => [key, typeof value]));
  const light = kinds(HlsLight.DefaultConfig);
  const captioned = kinds(Hls.DefaultConfig);
  const captions = ['subtitleStreamController', 'subtitleTrackController', 'timelineController', 'cueHandler'];
  expect(Object.keys(light).filter((key) => !captions.includes(key) && light[key] !== captioned[key])).toEqual([]);
  for (const key of captions.slice(0, 3)) expect([key, light[key], captioned[key]]).toEqual([key, 'undefined', 'function']);
  expect(Hls.DefaultConfig).toMatchObject({ enableWebVTT: true, enableInterstitialPlayback: false, useMediaCapabilities: false });
  expect(Hls.version).toBe(readRelease);
  expect(code).toContain('/no-captions.vtt');
  expect(code).not.toMatch(/__USE_|__VERSION__|data:,WEBVTT/);
});
