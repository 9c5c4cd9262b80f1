/** A source of chance and of everything that a client should never send. */
export class HostileValues {
  constructor(readonly random: () => number) {}

  pick<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[Math.floor(this.random() * values.length)] ?? values[0];
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** JSON text, so that also what `JSON.stringify` never writes can be said. */
  json(depth = 0): string {
    const simple = this.pick([
      'null',
      'true',
      'false',
      '0',
      '-1',
      '1e308',
      '-1e308',
      '9007199254740993',
      '0.1',
      '[]',
      '{}',
      '""',
      () => this.text(),
      () => this.poisoned(),
      () => this.deep(),
      () => (depth > 3 ? '{}' : `[${this.json(depth + 1)},${this.json(depth + 1)}]`),
      () => (depth > 3 ? '[]' : `{${this.text()}:${this.json(depth + 1)},${this.text()}:${this.json(depth + 1)}}`),
    ]);
    return typeof simple === 'string' ? simple : simple();
  }

  /** A string literal: empty, long, of other scripts, with halves of surrogate pairs, bidi, zero width, control characters. */
  text(): string {
    const text = this.pick([
      'a',
      ' ',
      '\u200b\u200e\u202e',
      '\u0000',
      '\\',
      '"',
      '\ud800',
      '\udc00\ud800',
      'a\ud83d',
      '👩‍🔬'.repeat(50),
      '好'.repeat(this.length(2_000)),
      'x'.repeat(this.length(30_000)),
      '${7*7}',
      "'; drop table topics; --",
      '<img src=x onerror=alert(1)>',
      '../../etc/passwd',
      '%00',
      '\r\nSet-Cookie: a=b',
      '__proto__',
      'constructor',
      'room:deep-space',
      'room:nowhere',
      'lobby:kepuri-2023',
      'queue:cn',
      'inbox:1',
      'room:',
      ':',
      'NaN',
      '-0',
      '00000000-0000-4000-8000-000000000000',
      'e\u0301'.repeat(400),
    ]);
    return JSON.stringify(text);
  }

  /** Keys that reach for the prototype of whoever copies them carelessly. */
  private poisoned(): string {
    return this.pick([
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"prototype":{"polluted":1}}',
      '{"toString":1,"valueOf":1,"hasOwnProperty":1}',
      '{"then":1}',
      '{"toJSON":"x"}',
      '{"length":1e9}',
      '{"_placeholder":true,"num":0}',
    ]);
  }

  private deep(): string {
    const levels = this.length(8_000);
    return this.chance(0.5) ? '['.repeat(levels) + ']'.repeat(levels) : '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
  }

  private length(most: number): number {
    return 1 + Math.floor(this.random() ** 6 * most);
  }
}
