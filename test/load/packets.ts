/**
 * Engine.IO 4 and Socket.IO 5 as text, as far as a client of the hub needs them. Written by hand: a load
 * tool that runs the hub's own client, and parses every frame it counts, measures itself.
 */
export type Packet =
  | { kind: 'open' | 'ping' | 'connected' | 'closed' }
  | { kind: 'refused'; body: string }
  | { kind: 'event'; name: string; body: string }
  | { kind: 'ack'; id: number; body: string }
  | { kind: 'other' };

export const connectText = (auth: Record<string, unknown>): string => `40${JSON.stringify(auth)}`;
export const pongText = '3';

/** An event; with an ack id when an answer is wanted. */
export function eventText(name: string, payload: unknown, ackId?: number): string {
  return `42${ackId ?? ''}${JSON.stringify([name, payload])}`;
}

/** Looks only as far as needed to tell what a packet is; `body` is left as JSON text. */
export function readPacket(text: string): Packet {
  if (text === '2') return { kind: 'ping' };
  if (text.startsWith('0')) return { kind: 'open' };
  if (text.startsWith('40')) return { kind: 'connected' };
  if (text.startsWith('42')) return readEvent(text);
  if (text.startsWith('43')) return readAck(text);
  if (text.startsWith('44')) return { kind: 'refused', body: text.slice(2) };
  return text === '1' || text.startsWith('41') ? { kind: 'closed' } : { kind: 'other' };
}

/** `42["frame",{…}]`; a number before the bracket asks for an ack. */
function readEvent(text: string): Packet {
  const open = text.indexOf('["', 2);
  const close = text.indexOf('"', open + 2);
  const body = text.startsWith(',', close + 1) ? text.slice(close + 2, -1) : '';
  return { kind: 'event', name: text.slice(open + 2, close), body };
}

/** `4317[{…}]` */
function readAck(text: string): Packet {
  const open = text.indexOf('[', 2);
  return { kind: 'ack', id: Number(text.slice(2, open)), body: text.slice(open + 1, -1) };
}
