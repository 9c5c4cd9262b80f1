import type { Entry, MessageKind } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { danmakuOn, defaultSettings, layOut, newsSince, settingsFrom } from './danmaku.rules.js';

const said = (seq: number, kind: MessageKind, { at = 0, text = `第${seq}句`, author = 'somebody' } = {}): Entry => ({
  seq,
  at,
  kind: 'message',
  message: { id: `m${seq}`, kind, text, author: { id: author, name: author } },
});
const asked = { seq: 1, now: 0, withChat: false, me: 'me' };

test('danmaku are on without a choice, but not where the device asks for less motion', () => {
  expect(danmakuOn({ on: undefined, still: undefined, reducedMotion: false })).toBe(true);
  expect(danmakuOn({ on: undefined, still: undefined, reducedMotion: true })).toBe(false);
  expect(danmakuOn({ on: true, still: undefined, reducedMotion: true })).toBe(true);
});

test('in silence and in the mode for elders nothing flies, whatever was chosen', () => {
  expect(danmakuOn({ on: true, still: 'quiet', reducedMotion: false })).toBe(false);
  expect(danmakuOn({ on: true, still: 'elder', reducedMotion: false })).toBe(false);
});

test('what was remembered is taken as far as it means something', () => {
  expect(settingsFrom(undefined)).toEqual(defaultSettings);
  expect(settingsFrom('not json')).toEqual(defaultSettings);
  expect(settingsFrom('null')).toEqual(defaultSettings);
  expect(settingsFrom(JSON.stringify({ on: false, area: 'half', speed: 'warp', opacity: 3 }))).toEqual({
    ...defaultSettings,
    on: false,
    area: 'half',
    opacity: 40,
  });
});

test('the top quarter is the default area, and there is always a lane and a limit', () => {
  const desktop = layOut(defaultSettings, { widthPx: 984, heightPx: 453 });
  expect(desktop.laneCount * desktop.laneHeightPx).toBeLessThanOrEqual(553 / 4);
  expect(layOut(defaultSettings, { widthPx: 390, heightPx: 119 }).laneCount).toBe(2);
  expect(layOut(defaultSettings, { widthPx: 320, heightPx: 20 }).laneCount).toBe(1);
  expect(layOut({ ...defaultSettings, area: 'whole', density: 'many' }, { widthPx: 3840, heightPx: 2160 }).atOnce).toBe(48);
});

test('only danmaku fly, and chat if one wishes; what was there before does not', () => {
  const entries = [said(1, 'danmaku'), said(2, 'chat'), said(3, 'danmaku', { author: 'me' }), said(4, 'question')];
  expect(newsSince(entries, asked).flyers).toEqual([{ seq: 3, text: '第3句', color: undefined, mine: true }]);
  expect(newsSince(entries, { ...asked, withChat: true }).flyers.map(({ seq }) => seq)).toEqual([2, 3]);
});

test('old news, long words and line breaks do not fly as they are', () => {
  expect(newsSince([said(2, 'danmaku', { at: 0 })], { ...asked, now: 60_000 }).flyers).toEqual([]);
  const [flyer] = newsSince([said(2, 'danmaku', { text: `一\n二${'啊'.repeat(100)}` })], asked).flyers;
  expect(flyer?.text).toHaveLength(61);
  expect(flyer?.text.startsWith('一 二')).toBe(true);
});

test('what is taken back is taken from the picture', () => {
  const entries: Entry[] = [
    { seq: 2, at: 0, kind: 'message', message: { id: 'm2', retracted: true } },
    { seq: 3, at: 0, kind: 'retraction', targets: [1, 2], by: 'moderator' },
  ];
  expect(newsSince(entries, asked)).toEqual({ flyers: [], takenBack: [1, 2] });
});
