import { connect, createServer, type Socket } from 'node:net';

/** What becomes of one piece of what the far side says. */
export type Fate = { drop: true } | { delayMs: number };
/** Cuts a stream into the pieces whose fate is decided one by one; what is not whole yet is given back as `rest`. */
export type Cutter = (bytes: Buffer) => { pieces: Buffer[]; rest: Buffer };
export type RelayOptions = { cutter?: Cutter; fateOf?: (piece: Buffer) => Fate | undefined };

/** A piece of network between two processes, to be broken in the ways in which networks break. */
export type Relay = AsyncDisposable & {
  readonly port: number;
  /** Nothing passes and nothing is refused: no side learns that the other is gone. */
  cut(): void;
  /** Passes again. What was connected is as dead as after a long silence, and learns so when it speaks. */
  restore(): void;
  /** Whoever comes now is let through; what was connected stays dead without a word, as half-open lines are. */
  forget(): void;
  /** Everything that is connected breaks now; whoever comes again is let through. */
  drop(): void;
  /** Both ways take so much longer; 0 as before. */
  delay(ms: number): void;
};

/** `await using relay = await aRelay(port)`; then connect to `relay.port` instead. */
export async function aRelay(targetPort: number, options: RelayOptions = {}): Promise<Relay> {
  const lines = new Set<Socket>();
  const condition: Condition = { passes: true, delayMs: 0, dead: new WeakSet() };
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    join(near, far, condition, lines);
    join(far, near, condition, lines, options);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('a listening TCP socket has a port');
  const drop = (): void => lines.forEach((line) => line.destroy());
  return {
    port: listening.port,
    cut: () => void (condition.passes = false),
    restore: () => {
      drop();
      condition.passes = true;
    },
    forget: () => {
      for (const line of lines) condition.dead.add(line);
      condition.passes = true;
    },
    drop,
    delay: (ms) => void (condition.delayMs = ms),
    [Symbol.asyncDispose]: async () => {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `dead`: lines that pass nothing any more. */
type Condition = { passes: boolean; delayMs: number; dead: WeakSet<Socket> };

function join(from: Socket, to: Socket, condition: Condition, lines: Set<Socket>, options: RelayOptions = {}): void {
  const { cutter = whole, fateOf = () => undefined } = options;
  let rest: Buffer = Buffer.alloc(0);
  let lastDue = 0;
  lines.add(from);
  from.setNoDelay(true);
  from.on('data', (chunk: Buffer) => {
    if (!condition.passes || condition.dead.has(from)) return;
    const cut = cutter(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
    rest = cut.rest;
    // A stream stays in order, also when its delay becomes shorter; only a piece with a fate of its own is overtaken.
    lastDue = Math.max(lastDue, performance.now() + condition.delayMs);
    for (const piece of cut.pieces) pass(piece, to, fateOf(piece) ?? { delayMs: Math.ceil(lastDue - performance.now()) });
  });
  from.on('error', () => undefined);
  from.on('close', () => {
    lines.delete(from);
    if (condition.passes && !condition.dead.has(from)) to.destroy();
  });
}

function pass(piece: Buffer, to: Socket, fate: Fate): void {
  if ('drop' in fate) return;
  if (fate.delayMs > 0) setTimeout(() => to.write(piece), fate.delayMs);
  else to.write(piece);
}

const whole: Cutter = (bytes) => ({ pieces: [bytes], rest: Buffer.alloc(0) });
