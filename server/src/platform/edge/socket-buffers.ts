import type { Socket } from 'socket.io';

type Packet = { data?: string | Buffer };

/** Nothing sent to a socket is still in this process: not with Engine.IO, not with the connection below it. */
export function isClear({ conn, request }: Socket): boolean {
  return conn['writeBuffer'].length === 0 && request.socket.writableLength === 0;
}

/** What a socket that does not read holds here. `bufferedAmount` and Node's own buffer are one; Engine.IO's is another, and grows first. */
export function bytesHeld({ conn, request }: Socket): number {
  const packets = conn['writeBuffer'] as Packet[];
  return packets.reduce((sum, { data }) => sum + (data?.length ?? 0), request.socket.writableLength);
}

/** Writes a whole WebSocket message, past queues that would make it wait; only to a socket that is clear, or it would overtake. */
export function writeAtOnce({ conn, request }: Socket, message: Buffer): void {
  if (conn.readyState === 'open') request.socket.write(message);
}
