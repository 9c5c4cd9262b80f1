import { aRelay } from './relay.js';

/** A network between a browser and the hub that a test can cut, as a train in a tunnel does. */
export type Network = AsyncDisposable & {
  readonly address: string;
  /** Nothing passes and nothing is refused: no side learns that the other is gone. */
  cut(): void;
  /** Passes again; what was connected before the cut is gone. */
  restore(): void;
};

/** `await using network = await aNetwork(hub.port)`; then open `network.address` instead of the hub's. */
export async function aNetwork(hubPort: number): Promise<Network> {
  const relay = await aRelay(hubPort);
  return {
    address: `http://127.0.0.1:${relay.port}`,
    cut: () => relay.cut(),
    restore: () => relay.restore(),
    [Symbol.asyncDispose]: () => relay[Symbol.asyncDispose](),
  };
}
