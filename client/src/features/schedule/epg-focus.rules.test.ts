import type { Session } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { firstFocus, moveFocus } from './epg-focus.rules.js';
import { layRows } from './epg.rules.js';

const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
const service = { from: at('08:00'), to: at('22:00') };

function aSession(id: string, channel: string, from: string, to: string): Session {
  const times = { startsAt: new Date(at(from)).toISOString(), endsAt: new Date(at(to)).toISOString() };
  return { ...times, id, channel, title: id, form: '直播', state: 'scheduled', late: false };
}

const rows = layRows(
  ['north', 'south'].map((slug) => ({ slug, title: slug, titleEn: slug, region: '520000' })),
  [
    aSession('n1', 'north', '09:00', '10:00'),
    aSession('n2', 'north', '12:00', '13:00'),
    aSession('n3', 'north', '17:00', '18:00'),
    aSession('s1', 'south', '11:30', '12:30'),
    aSession('s2', 'south', '19:00', '20:00'),
  ],
  service,
  service,
);
const onNorth = (key: string) => ({ slug: 'north', key, at: rows[0]?.blocks.find((block) => block.key === key)?.from ?? 0 });

describe('the keyboard in the guide', () => {
  test('begins on what is on now, or next to it', () => {
    expect(firstFocus(rows, at('12:10'))?.key).toBe('n2');
    expect(firstFocus(rows, at('15:30'))?.key).toBe('n3');
    expect(firstFocus([], at('12:10'))).toBeUndefined();
  });

  test('moves through the time of a channel and stays at its ends', () => {
    expect(moveFocus(rows, onNorth('n1'), 'ArrowRight')?.key).toBe('n2');
    expect(moveFocus(rows, onNorth('n2'), 'ArrowLeft')?.key).toBe('n1');
    expect(moveFocus(rows, onNorth('n3'), 'ArrowRight')).toBeUndefined();
    expect(moveFocus(rows, onNorth('n3'), 'Home')?.key).toBe('n1');
    expect(moveFocus(rows, onNorth('n1'), 'End')?.key).toBe('n3');
  });

  test('moves between channels at the same time, and back to where it came from', () => {
    const below = moveFocus(rows, onNorth('n2'), 'ArrowDown');
    expect(below?.key).toBe('s1');
    expect(below && moveFocus(rows, below, 'ArrowUp')?.key).toBe('n2');
    expect(moveFocus(rows, onNorth('n2'), 'ArrowUp')).toBeUndefined();
  });

  test('moves by three hours, and leaves other keys to the browser', () => {
    expect(moveFocus(rows, onNorth('n1'), 'PageDown')?.key).toBe('n2');
    expect(moveFocus(rows, onNorth('n3'), 'PageUp')?.key).toBe('n2');
    expect(moveFocus(rows, onNorth('n1'), 'Tab')).toBeUndefined();
  });
});
