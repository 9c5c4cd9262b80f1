import type { Socket } from 'socket.io';
import { describe, expect, test, vi } from 'vitest';
import { SlowReaders } from './slow-readers.js';

/** A socket of which a test says what is left in it. */
function aSocket() {
  const held = { packets: [] as { data: string }[], bytes: 0 };
  const conn = {
    get writeBuffer() {
      return held.packets;
    },
  };
  const request = {
    socket: {
      get writableLength() {
        return held.bytes;
      },
    },
  };
  return { held, socket: { conn, request, disconnected: false } as unknown as Socket };
}

function watched() {
  const reader = aSocket();
  const cut = vi.fn();
  let seconds = 0;
  const readers = new SlowReaders(
    () => [reader.socket],
    cut,
    () => seconds * 1_000,
  );
  const pass = (count: number): void => {
    for (let i = 0; i < count; i++) {
      seconds++;
      readers.look();
    }
  };
  return { ...reader, cut, pass };
}

describe('a reader', () => {
  test('that reads is left alone', () => {
    const { cut, pass } = watched();
    pass(60);
    expect(cut).not.toHaveBeenCalled();
  });

  test('that never reads is cut within ten seconds, and told when to come back', () => {
    const { held, cut, pass } = watched();
    held.bytes = 1;
    pass(10);
    expect(cut).toHaveBeenCalledOnce();
    expect(cut.mock.calls[0]?.[1]).toBeGreaterThanOrEqual(2_000);
  });

  test('whose packets wait in Engine.IO counts as one that does not read', () => {
    const { held, cut, pass } = watched();
    held.packets = [{ data: '2' }];
    pass(10);
    expect(cut).toHaveBeenCalledOnce();
  });

  test('for whom a megabyte lies here is cut at the first look', () => {
    const { held, cut, pass } = watched();
    held.packets = [{ data: 'x'.repeat(700_000) }];
    held.bytes = 700_000;
    pass(1);
    expect(cut).toHaveBeenCalledOnce();
  });

  test('that stumbled once and then keeps up is forgiven', () => {
    const { held, cut, pass } = watched();
    held.bytes = 1;
    pass(7);
    held.bytes = 0;
    pass(4);
    held.bytes = 1;
    pass(7);
    expect(cut).not.toHaveBeenCalled();
  });

  test('that takes a little now and then is not', () => {
    const { held, cut, pass } = watched();
    for (let turn = 0; turn < 4; turn++) {
      held.bytes = 1;
      pass(2);
      held.bytes = 0;
      pass(1);
    }
    expect(cut).toHaveBeenCalledOnce();
  });
});
