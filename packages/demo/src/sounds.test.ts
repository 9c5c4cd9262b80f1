import { expect, test } from 'vitest';
import { answerOrigin, openDemoOrigin } from './origin.js';

const origin = openDemoOrigin();
const now = 1_790_000_002_200;
const ask = (path: string) => answerOrigin(`/demo/sounds/tide/${path}`, now, origin);
const bytes = (path: string): Buffer => {
  const body = ask(path)?.body;
  if (!Buffer.isBuffer(body)) throw new Error(`${path} has no bytes`);
  return body;
};
const newest = (playlist: string): string => String(ask(playlist)?.body).trim().split('\n').at(-1) ?? '';
const trafs = (body: Buffer): number => body.toString('latin1').split('traf').length - 1;

test('sounds are named beside the pictures, and every picture goes with them', () => {
  const playlist = String(ask('master.m3u8')?.body);
  expect(playlist.match(/#EXT-X-MEDIA:TYPE=AUDIO/g)).toHaveLength(2);
  expect(playlist.match(/^#EXT-X-STREAM-INF:.*,AUDIO="sounds"$/gm)).toHaveLength(2);
});

test.each(['240p.m3u8', 'sound-tide.m3u8', 'sound-aurora.m3u8'])('%s leads to segments of one track', (playlist) => {
  expect(trafs(bytes(newest(playlist)))).toBe(1);
});

test('picture and sound apart have the bytes of both together', () => {
  const [picture, sound] = [newest('240p.m3u8'), newest('sound-tide.m3u8')].map((path) => bytes(path));
  const number = newest('240p.m3u8').split('/')[1];
  const whole = answerOrigin(`/demo/double/good/tide/240p/${number}`, now, origin)?.body;
  const media = (body: unknown): number => (Buffer.isBuffer(body) ? body.length - body.indexOf('mdat') - 4 : 0);
  expect(media(picture) + media(sound)).toBe(media(whole));
});

test('what a player needs first names that track alone', () => {
  expect(bytes('240p/init.mp4').includes('soun')).toBe(false);
  expect(bytes('sound-aurora/init.mp4').includes('vide')).toBe(false);
  expect(ask('sound-nothing.m3u8')?.status).toBe(404);
});
