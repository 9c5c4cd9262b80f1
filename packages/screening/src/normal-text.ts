import { characterTable, isMany } from './character-table.js';
import { clause, gap, hidden } from './character.js';
import { bit } from './transformations.js';

/** What stands before a kept character: nothing, something unseen, something seen, the end of a clause. */
export const between = { nothing: 0, unseen: 1, seen: 2, clause: 3 } as const;

/** A text as lists are matched against it: kept characters, each with the place it came from in the original (UTF-16, end exclusive). */
export type NormalText = {
  original: string;
  length: number;
  codes: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Of `between`, before each character. */
  before: Uint8Array;
  /** How often the character stood there in a row. */
  runs: Uint8Array;
  /** Bits of transformations that each character went through. */
  hows: Uint16Array;
  /** Those of all characters together. */
  how: number;
};

const longestRun = 255;

class Writer implements NormalText {
  length = 0;
  how = 0;
  codes: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  before: Uint8Array;
  runs: Uint8Array;
  hows: Uint16Array;
  private gapSoFar: number = between.nothing;

  original = '';

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.before = new Uint8Array(capacity);
    this.runs = new Uint8Array(capacity);
    this.hows = new Uint16Array(capacity);
  }

  restart(original: string): this {
    this.original = original;
    this.length = 0;
    this.how = 0;
    this.gapSoFar = between.nothing;
    return this;
  }

  /** Behind the last character nothing of an earlier text may be read. */
  ended(): this {
    this.codes[this.length] = 0;
    this.before[this.length] = between.nothing;
    return this;
  }

  write(code: number, how: number, start: number, end: number): void {
    if (code === hidden) return this.separate(between.unseen);
    if (code === gap) return this.separate(between.seen);
    if (code === clause) return this.separate(between.clause);
    const last = this.length - 1;
    if (last >= 0 && this.codes[last] === code && this.gapSoFar < between.clause) return this.lengthen(last, how, end);
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.before[this.length] = this.gapSoFar;
    this.runs[this.length] = 1;
    this.hows[this.length] = 0;
    this.put(this.length, how);
    this.length += 1;
  }

  private lengthen(last: number, how: number, end: number): void {
    this.ends[last] = end;
    const run = this.runs[last] ?? 0;
    if (run < longestRun) this.runs[last] = run + 1;
    this.put(last, how);
  }

  private put(place: number, how: number): void {
    const all = how | (this.gapSoFar === between.unseen ? bit.hidden : 0);
    this.hows[place] = (this.hows[place] ?? 0) | all;
    this.how |= all;
    this.gapSoFar = between.nothing;
  }

  private separate(kind: number): void {
    if (kind > this.gapSoFar) this.gapSoFar = kind;
  }
}

/** The longest expansion of one unit in Unicode is 18. */
const spare = 18;
const usualRoom = 2048;
/** Six columns for each message would cost more than reading it. */
const usual = new Writer(usualRoom);

/**
 * Reads a text once. Never throws, whatever the text; normalising what was normalised changes nothing.
 * The columns are lent: the next call writes over them.
 */
export function normalise(original: string): NormalText {
  const table = characterTable();
  const fits = original.length + spare <= usualRoom;
  const writer = (fits ? usual : new Writer(original.length + spare)).restart(original);
  let room = writer.codes.length;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    const code = table.codes[unit] ?? hidden;
    if (!isMany(code)) {
      writer.write(code, table.hows[unit] ?? 0, at, at + 1);
      at += 1;
      continue;
    }
    const reading = table.readingOf(original, at);
    const end = at + ((original.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    room = makeRoom(writer, reading.codes.length + original.length - end, room);
    for (const one of reading.codes) writer.write(one, reading.how, at, end);
    at = end;
  }
  return writer.ended();
}

/** Ligatures and the like write more than they are: rare enough to copy when it happens. */
function makeRoom(writer: Writer, needed: number, room: number): number {
  if (writer.length + needed <= room) return room;
  const wider = (writer.length + needed) * 2;
  const larger = new Writer(wider);
  for (const part of ['codes', 'starts', 'ends', 'before', 'runs', 'hows'] as const) {
    larger[part].set(writer[part]);
    Object.assign(writer, { [part]: larger[part] });
  }
  return wider;
}

/** The kept characters, with a space or comma where something seen stood between them. */
export function shownText({ length, codes, before }: NormalText): string {
  let shown = '';
  for (let place = 0; place < length; place += 1) {
    if (place > 0 && before[place] === between.clause) shown += ',';
    if (place > 0 && before[place] === between.seen) shown += ' ';
    shown += String.fromCharCode(codes[place] ?? 0);
  }
  return shown;
}
