import type { Cutter } from '../../harness/relay.js';

const empty = Buffer.alloc(0);

/** Cuts what Redis says (RESP 2 and 3) into whole values, so that a single message of the bus can be lost or late. */
export const redisValues: Cutter = (bytes) => {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let end = endOfValue(bytes, from); end !== undefined; end = endOfValue(bytes, from)) {
    pieces.push(bytes.subarray(from, end));
    from = end;
  }
  return { pieces, rest: from === bytes.length ? empty : bytes.subarray(from) };
};

/** Whether a value is one message of a topic's bus. */
export function isBusMessage(value: Buffer): boolean {
  const head = value.toString('latin1', 0, 120);
  return /^[*>]3\r\n\$8\r\nsmessage\r\n/.test(head) && /\r\nt:\{[^}]+\}:bus\r\n/.test(head);
}

/** Undefined: the value is not whole yet. */
function endOfValue(bytes: Buffer, from: number): number | undefined {
  const line = endOfLine(bytes, from);
  if (line === undefined) return undefined;
  const kind = String.fromCharCode(bytes[from] as number);
  const count = Number(bytes.toString('latin1', from + 1, line - 2));
  if ('$=!'.includes(kind)) {
    const end = count < 0 ? line : line + count + 2;
    return end <= bytes.length ? end : undefined;
  }
  if (!'*~>%|'.includes(kind)) return line;
  const values = '%|'.includes(kind) ? count * 2 : count;
  let end: number | undefined = line;
  for (let i = 0; i < values && end !== undefined; i++) end = endOfValue(bytes, end);
  return end;
}

function endOfLine(bytes: Buffer, from: number): number | undefined {
  const at = bytes.indexOf('\r\n', from, 'latin1');
  return at === -1 ? undefined : at + 2;
}
