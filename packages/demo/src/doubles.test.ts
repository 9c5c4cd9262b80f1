import { describe, expect, test } from 'vitest';
import { type DoubleBehaviour, doubleBehaviours } from './doubles.js';
import { answerOrigin, openDemoOrigin } from './origin.js';

const noon = Date.parse('2026-11-23T12:00:00+08:00');
const origin = openDemoOrigin();
const ask = (path: string, nowMs = noon) => answerOrigin(`/demo/double/${path}`, nowMs, origin);
const segmentIn = (body: unknown) => /^\/demo\/double\/(.*\.m4s)$/m.exec(String(body))?.[1] ?? '';

describe('a double', () => {
  test('is good until it is told otherwise, and again when it is told so', () => {
    expect(String(ask('mine/tide/360p.m3u8')?.body)).not.toBe(String(ask('mine/tide/360p.m3u8', noon + 8_000)?.body));
    origin.doubles.command('mine', 'stall', noon);
    expect(String(ask('mine/tide/360p.m3u8', noon + 60_000)?.body)).toBe(String(ask('mine/tide/360p.m3u8')?.body));
    origin.doubles.command('mine', 'good', noon);
    expect(String(ask('mine/tide/360p.m3u8', noon + 60_000)?.body)).not.toBe(String(ask('mine/tide/360p.m3u8')?.body));
  });

  test('leads to its own segments, which are those of the clip', () => {
    const segment = segmentIn(ask('good/tide/360p.m3u8')?.body);
    expect(segment).toMatch(/^good\/tide\/360p\/\d+\.m4s$/);
    expect(ask(segment)).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' } });
    expect(ask('good/tide/360p/init.mp4')?.status).toBe(200);
  });

  test.each<[DoubleBehaviour, number]>([
    ['gone', 404],
    ['expired', 403],
    ['locked', 401],
    ['region', 451],
    ['failing', 503],
    ['html', 200],
    ['good', 200],
  ])('that is %s answers its playlist with %i', (behaviour, status) => {
    expect(ask(`${behaviour}/tide/master.m3u8`)?.status).toBe(status);
  });

  test('without permission has it on nothing', () => {
    const path = segmentIn(ask('no-cors/tide/360p.m3u8')?.body);
    for (const one of ['no-cors/tide/master.m3u8', 'no-cors/tide/360p.m3u8', path]) {
      expect(ask(one)).toMatchObject({ status: 200 });
      expect(ask(one)?.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('that is slow takes longer for a segment than it plays; one that lost its segments has only the list', () => {
    expect(ask(segmentIn(ask('slow/tide/360p.m3u8')?.body))?.delayMs).toBe(6_000);
    expect(ask(segmentIn(ask('lost-segments/tide/360p.m3u8')?.body))?.status).toBe(404);
  });

  test('of any behaviour answers each playlist, and no other file', () => {
    for (const behaviour of doubleBehaviours) {
      expect(ask(`${behaviour}/tide/master.m3u8`)).toBeDefined();
      if (ask(`${behaviour}/tide/master.m3u8`)?.status === 200 && behaviour !== 'html') {
        expect(ask(`${behaviour}/tide/9p.m3u8`)?.status).toBe(404);
        expect(ask(`${behaviour}/no-such-clip/master.m3u8`)?.status).toBe(404);
      }
    }
  });
});
