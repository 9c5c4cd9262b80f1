import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationMs, freeLane, gapPx, headAt, mayFollow, type Flight, type Lane } from './lanes.js';

const aWish = fc.record({
  afterMs: fc.integer({ min: 0, max: 3_000 }),
  widthPx: fc.integer({ min: 8, max: 1_600 }),
  speedPxPerMs: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
});
const aStage = fc.record({ stagePx: fc.integer({ min: 200, max: 3_840 }), laneCount: fc.integer({ min: 1, max: 12 }) });

/** Lets everybody set off who may, as the layer does, and gives the flights of each lane. */
function fly(wishes: readonly { afterMs: number; widthPx: number; speedPxPerMs: number }[], laneCount: number, stagePx: number) {
  const lanes: Lane[] = Array.from({ length: laneCount });
  const flights: Flight[][] = lanes.map(() => []);
  let now = 0;
  for (const { afterMs, ...wish } of wishes) {
    now += afterMs;
    const flight = { ...wish, startedAtMs: now };
    const lane = freeLane(lanes, flight, stagePx);
    if (lane === undefined) continue;
    lanes[lane] = flight;
    flights[lane]?.push(flight);
  }
  return flights;
}

test('two in one lane never overlap, whatever their lengths, speeds and times', () => {
  fc.assert(
    fc.property(fc.array(aWish, { maxLength: 60 }), aStage, (wishes, { stagePx, laneCount }) => {
      for (const lane of fly(wishes, laneCount, stagePx)) {
        for (const [at, first] of lane.entries()) {
          for (const second of lane.slice(at + 1)) {
            const goneAtMs = first.startedAtMs + durationMs(first, stagePx);
            // Positions are lines: apart when the second sets off and when the first is gone is apart between them.
            for (const momentMs of [second.startedAtMs, (second.startedAtMs + goneAtMs) / 2, goneAtMs]) {
              if (momentMs < second.startedAtMs || momentMs > goneAtMs) continue;
              const tailPx = headAt(first, stagePx, momentMs) + first.widthPx;
              expect(tailPx).toBeLessThanOrEqual(headAt(second, stagePx, momentMs) + 1e-6);
            }
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('at one speed a lane is free as soon as the tail is in, with its gap', () => {
  const last = { startedAtMs: 0, widthPx: 100, speedPxPerMs: 0.1 };
  const follows = (startedAtMs: number) => mayFollow(last, { startedAtMs, widthPx: 300, speedPxPerMs: 0.1 }, 1_000);
  const clearMs = (100 + gapPx) / 0.1;
  expect(follows(clearMs - 1)).toBe(false);
  expect(follows(clearMs)).toBe(true);
});

test('the topmost free lane is taken, and none when all are busy', () => {
  const busy: Flight = { startedAtMs: 0, widthPx: 900, speedPxPerMs: 0.1 };
  const next: Flight = { startedAtMs: 10, widthPx: 50, speedPxPerMs: 0.1 };
  expect(freeLane([busy, undefined, undefined], next, 1_000)).toBe(1);
  expect(freeLane([busy, busy], next, 1_000)).toBeUndefined();
});
