import { openDemoOrigin } from '@yunhui/demo';
import { describe, expect, test } from 'vitest';
import { aClip, ffmpegHere } from '../../../test/ffmpeg-here.js';
import { type Config, loadConfig } from '../../config.js';
import { Ffmpeg } from './ffmpeg.js';

const { PATH = '' } = process.env;
const aCamera = async (env: Partial<Record<keyof Config, string>> = {}): Promise<Ffmpeg> => {
  const ffmpeg = new Ffmpeg(loadConfig({ PATH, ...env }));
  await ffmpeg.onModuleInit();
  return ffmpeg;
};
const stores = { DATABASE_URL: 'postgresql://127.0.0.1/hub', REDIS_URL: 'redis://127.0.0.1' };
const formOf = (picture: Buffer) =>
  picture.toString('latin1', 8, 12) === 'WEBP' ? 'image/webp' : picture.readUInt16BE(0) === 0xffd8 ? 'image/jpeg' : '?';

test.each([
  ['no ffmpeg on PATH', { PATH: '/nowhere:relative' }, 'missing'],
  ['another program of that name', { FFMPEG: '/bin/false' }, 'missing'],
  ['stills switched off', { STILLS: 'off' }, 'off'],
  ['only people to answer', { PROCESS: 'web', ...stores }, 'elsewhere'],
])('a process with %s takes no stills: %j, it says %s', async (_, env, state) => {
  expect((await aCamera(env)).state).toBe(state);
});

describe.skipIf(!ffmpegHere)('ffmpeg', () => {
  const clip = openDemoOrigin().clips.get('tide')?.files;
  const [init, segment] = [clip?.get('360p/init.mp4') ?? Buffer.alloc(0), clip?.get('360p/2.m4s') ?? Buffer.alloc(0)];
  const moving = (size: string, ...more: string[]) => aClip(`testsrc2=s=${size}:d=0.5`, '-c:v', 'libx264', '-preset', 'ultrafast', ...more);

  test('makes a small picture of a segment, of any shape, and of the beginning of one', async () => {
    const ffmpeg = await aCamera();
    expect(ffmpeg.state).toBe('found');
    const tall = moving('270x480');
    for (const [media, container] of [
      [Buffer.concat([init, segment]), 'mov'],
      [Buffer.concat([init, segment]).subarray(0, 40_000), 'mov'],
      [tall, 'mpegts'],
      [tall.subarray(0, tall.length / 2), 'mpegts'],
    ] as const) {
      const { picture, type } = await ffmpeg.frame(media, container);
      expect(formOf(picture)).toBe(type);
      expect(picture.length).toBeGreaterThan(500);
      expect(picture.length).toBeLessThan(96 * 1024);
    }
  });

  test.each([
    ['a page', () => Buffer.from('<!doctype html><title>404</title>'), 'mpegts'],
    ['noise', () => Buffer.alloc(300_000, 'Gab'), 'mpegts'],
    ['nothing', () => Buffer.alloc(0), 'mov'],
    ['sound alone', () => aClip('sine=d=1', '-c:a', 'aac'), 'mpegts'],
    ['a playlist that leads elsewhere', () => Buffer.from('#EXTM3U\n#EXTINF:4,\nhttp://127.0.0.1:1/a.ts\n'), 'mov'],
    ['a picture too large to be one', () => moving('8192x4320'), 'mpegts'],
    [
      'boxes that lie',
      () => Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('moov'), Buffer.alloc(10_000, 0xff)]),
      'mov',
    ],
  ] as const)('has no picture of %s', async (_, media, container) => {
    await expect((await aCamera()).frame(media(), container)).rejects.toThrow('ended badly');
  });

  test('knows no codec but those of streams', async () => {
    const other = aClip('testsrc2=s=320x180:d=0.2', '-c:v', 'mpeg4');
    await expect((await aCamera()).frame(other, 'mpegts')).rejects.toThrow('whitelist');
  });

  test('is ended with the hub', async () => {
    const ffmpeg = await aCamera();
    ffmpeg.onModuleDestroy();
    const late = ffmpeg.frame(moving('640x360'), 'mpegts');
    await expect(late).rejects.toThrow('stopped');
  });
});
