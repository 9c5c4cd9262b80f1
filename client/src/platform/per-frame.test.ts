import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { perFrame } from './per-frame.js';

let frames: (() => void)[] = [];
const nextPicture = () => {
  for (const frame of frames.splice(0)) frame();
  vi.runAllTimers();
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is asked for many times between two pictures is done once, and again after the next', () => {
  const act = vi.fn<() => void>();
  const drawing = perFrame(act);
  for (let times = 0; times < 20; times += 1) drawing.ask();
  expect(act).not.toHaveBeenCalled();
  nextPicture();
  expect(act).toHaveBeenCalledTimes(1);
  nextPicture();
  expect(act).toHaveBeenCalledTimes(1);
  drawing.ask();
  nextPicture();
  expect(act).toHaveBeenCalledTimes(2);
});

test('it is not done before the picture, nor in its frame', () => {
  const act = vi.fn<() => void>();
  perFrame(act).ask();
  for (const frame of frames.splice(0)) frame();
  expect(act).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(act).toHaveBeenCalledTimes(1);
});

test('what is called off is not done, and what others asked for is', () => {
  const [gone, stays] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const drawing = perFrame(gone);
  drawing.ask();
  perFrame(stays).ask();
  drawing.cancel();
  nextPicture();
  expect(gone).not.toHaveBeenCalled();
  expect(stays).toHaveBeenCalledTimes(1);
});
