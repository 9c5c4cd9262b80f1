import type { HubSocket } from '../../platform/edge/socket-adapter.js';
import { isClear, writeAtOnce } from '../../platform/edge/socket-buffers.js';
import type { Subscriber } from '../../platform/realtime/index.js';

const known = new WeakMap<HubSocket, Subscriber>();

/** The engine's view of a socket, made once for each. */
export function subscriberOf(socket: HubSocket): Subscriber {
  let subscriber = known.get(socket);
  if (!subscriber) {
    subscriber = {
      id: socket.id,
      viewer: socket.data.viewer,
      get gone() {
        return socket.disconnected;
      },
      get isClear() {
        return isClear(socket);
      },
      send: (frame) => writeAtOnce(socket, frame),
      settled: (settled, seen) => void socket.emit('message.settled', settled, seen),
      tell: (notice) => void socket.emit('notice', notice),
      close: (notice) => {
        socket.emit('notice', notice);
        socket.disconnect(true);
      },
    };
    known.set(socket, subscriber);
  }
  return subscriber;
}
