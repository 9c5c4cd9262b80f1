import { randomUUID } from 'node:crypto';
import { HostileValues } from './hostile-values.js';

/**
 * Something sent to the gateway and what the protocol says comes of it: an ack, nothing, or the end of that
 * connection. `packet` is Engine.IO text (or a binary message); an ack id, where there is one, is put in for `#`.
 */
export type HostileInput = { packets: (string | Buffer)[]; comes: 'ack' | 'nothing' | 'end' };

const rightFields: Record<string, () => Record<string, string>> = {
  'topic.join': () => ({ topic: '"room:microscope"', after: '0', epoch: '"e"', mode: '"full"', keys: '["a"]', topics: '[]' }),
  'topic.leave': () => ({ topic: '"room:microscope"' }),
  'topic.track': () => ({ topic: '"room:microscope"', add: '["a"]', remove: '["b"]' }),
  'message.send': () => ({
    id: JSON.stringify(randomUUID()),
    topic: '"room:microscope"',
    kind: '"chat"',
    text: '"hello"',
    replyTo: '1',
    mediaAt: '1',
    style: '{}',
  }),
  'message.retract': () => ({ topic: '"room:microscope"', id: JSON.stringify(randomUUID()) }),
  'reaction.add': () => ({ topic: '"room:microscope"', name: '"clap"', count: '1' }),
  'watch.beat': () => ({ channel: '"microscope"', playing: 'true', position: '1' }),
  'watch.report': () => ({ channel: '"microscope"', links: '[{"link":"a","plays":true,"stalls":0,"stalledMs":0,"errors":0}]' }),
  'clock.sync': () => ({ sentAt: '1' }),
};
const names = Object.keys(rightFields) as [string, ...string[]];
const tooMuch = 64 * 1024 + 1;
/** Socket.IO's own; nobody may send them as events. */
const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'] as const;

/** Draws inputs of all kinds, the same for the same chance. */
export class HostileInputs {
  private readonly values: HostileValues;

  constructor(random: () => number) {
    this.values = new HostileValues(random);
  }

  next(): HostileInput {
    const lot = this.values.random();
    if (lot < 0.6) return this.event(this.values.pick(names), (name) => this.wrongPayload(name));
    if (lot < 0.8) return this.event(this.strangeName(), () => this.values.json());
    if (lot < 0.95) return this.event(this.values.pick(names), () => this.values.json());
    return this.noEvent();
  }

  /** A payload that is right but for a field or two. */
  private wrongPayload(name: string): string {
    const fields = { ...rightFields[name]?.() };
    for (const field of Object.keys(fields)) {
      if (this.values.chance(0.2)) delete fields[field];
      else if (this.values.chance(0.3)) fields[field] = this.values.json();
    }
    const written = Object.entries(fields).map(([field, value]) => `${JSON.stringify(field)}:${value}`);
    if (this.values.chance(0.3)) written.push(`${this.values.text()}:${this.values.json()}`);
    if (this.values.chance(0.2)) written.push(`"__proto__":${this.values.json()}`);
    return `{${written.join()}}`;
  }

  private strangeName(): string {
    return this.values.pick([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'message.send ',
      'MESSAGE.SEND',
      '',
      'hello',
      'frame',
      'error',
      '\u0000',
    ]);
  }

  private event(name: string, payloadFor: (name: string) => string): HostileInput {
    const nameText = this.values.chance(0.02) ? '7' : JSON.stringify(name);
    const parts = [nameText, ...Array.from({ length: this.values.pick([1, 1, 1, 1, 0, 2]) }, () => payloadFor(name))];
    const asks = this.values.chance(0.9);
    const packet = `42${asks ? '#' : ''}[${parts.join()}]`;
    if (Buffer.byteLength(packet) > tooMuch - 12) return { packets: [packet], comes: 'end' };
    return { packets: [packet], comes: asks ? 'ack' : 'nothing' };
  }

  /** What is over 64 KB, or not Socket.IO: it ends its connection and nothing else. */
  private noEvent(): HostileInput {
    const packets = this.values.pick<(string | Buffer)[]>([
      [`42#["message.send","${'x'.repeat(tooMuch)}"]`],
      ['4garbage'],
      ['42{"no":"array"}'],
      ['42[1'],
      ['42[]'],
      ['42[null]'],
      ['42[{}]'],
      ['4\u0000'],
      ['47'],
      ['49["a"]'],
      ['not engine.io'],
      ['\u0000'],
      [`42["${this.values.pick(reserved)}"]`],
      ['451-["message.send",{"_placeholder":true,"num":9}]', Buffer.from('x')],
      ['451-["message.send",{"_placeholder":true,"num":0}]', '42["clock.sync",{"sentAt":1}]'],
      ['45-["a"]'],
      ['45x-["a"]'],
      [Buffer.from([0, 1, 2])],
      ['40'],
      ['42/admin,["a"]'],
    ]);
    return { packets, comes: 'end' };
  }
}
