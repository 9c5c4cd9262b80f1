import { describe, expect, test } from 'vitest';
import { connectText, eventText, readPacket } from './packets.js';

describe('a packet', () => {
  test.each([
    ['0{"sid":"x","pingInterval":15000}', { kind: 'open' }],
    ['2', { kind: 'ping' }],
    ['40{"sid":"y"}', { kind: 'connected' }],
    ['44{"message":"busy"}', { kind: 'refused', body: '{"message":"busy"}' }],
    ['42["frame",{"seq":1}]', { kind: 'event', name: 'frame', body: '{"seq":1}' }],
    ['427["message.settled",{"id":"a"}]', { kind: 'event', name: 'message.settled', body: '{"id":"a"}' }],
    ['42["bare"]', { kind: 'event', name: 'bare', body: '' }],
    ['4317[{"ok":true}]', { kind: 'ack', id: 17, body: '{"ok":true}' }],
    ['41', { kind: 'closed' }],
    ['1', { kind: 'closed' }],
    ['6', { kind: 'other' }],
  ])('%s is read', (text, packet) => {
    expect(readPacket(text)).toEqual(packet);
  });

  test('is written as Socket.IO wants it', () => {
    expect(connectText({ protocol: 1 })).toBe('40{"protocol":1}');
    expect(eventText('watch.beat', { playing: true })).toBe('42["watch.beat",{"playing":true}]');
    expect(eventText('clock.sync', { sentAt: 1 }, 5)).toBe('425["clock.sync",{"sentAt":1}]');
  });
});
