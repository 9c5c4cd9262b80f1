import { setTimeout as sleep } from 'node:timers/promises';
import { type Ack, Refusal } from '@yunhui/contracts';
import { WebSocket } from 'ws';
import { connectText, readPacket } from '../../load/packets.js';
import type { HostileInput } from './hostile-inputs.js';

/** The hub answers within 5 s; on a machine that does ten things at once we listen longer before we say it did not. */
const patienceMs = 20_000;

/** Somebody who means harm: sends inputs, and holds what comes of each against what the protocol says. */
export class HostileLine {
  readonly complaints: string[] = [];
  #socket: WebSocket | undefined;
  #lastAckId = 0;
  readonly #asked = new Map<string, { answered: (ok: boolean) => void; input: HostileInput }>();

  constructor(
    private readonly address: string,
    private readonly auth: Record<string, unknown>,
  ) {}

  /** Settles when it is known what came of all of them. */
  async send(inputs: readonly HostileInput[]): Promise<void> {
    const socket = await this.#open();
    const outcomes = inputs.filter(({ comes }) => comes !== 'end').map((input) => this.#sendOne(socket, input));
    const answered = await Promise.all(outcomes);
    if (answered.includes(false)) this.#complain('was not answered', inputs[answered.indexOf(false)]);
    for (const input of inputs) if (input.comes === 'end') await this.#expectEnd(input);
  }

  close(): void {
    this.#socket?.terminate();
  }

  #sendOne(socket: WebSocket, input: HostileInput): Promise<boolean> {
    const id = String((this.#lastAckId += 1));
    for (const packet of input.packets) socket.send(typeof packet === 'string' ? packet.replace('#', id) : packet);
    if (input.comes === 'nothing') return Promise.resolve(true);
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), patienceMs);
      const answered = (ok: boolean): void => {
        clearTimeout(late);
        resolve(ok);
      };
      this.#asked.set(id, { answered, input });
    });
  }

  async #expectEnd(input: HostileInput): Promise<void> {
    const socket = await this.#open();
    const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
    await this.#sendOne(socket, { ...input, comes: 'nothing' });
    if (!(await Promise.race([closed, sleep(patienceMs, false)]))) this.#complain('did not end its connection', input);
    socket.terminate();
    this.#socket = undefined;
  }

  async #open(): Promise<WebSocket> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
    if (this.#socket)
      this.#complain(`a connection ended (${this.#asked.size} asked) that nothing had broken`, [...this.#asked.values()][0]?.input);
    const socket = new WebSocket(`${this.address.replace(/^http/, 'ws')}/rt/?EIO=4&transport=websocket`, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      socket.once('close', () => reject(new Error('the hub lets nobody in any more')));
      socket.on('message', (data: Buffer) => this.#hear(socket, data.toString(), resolve));
    });
    socket.on('close', () => this.#ended());
    return socket;
  }

  #hear(socket: WebSocket, text: string, welcomed: () => void): void {
    const packet = readPacket(text);
    if (packet.kind === 'open') socket.send(connectText(this.auth));
    if (packet.kind === 'ping') socket.send('3');
    if (packet.kind === 'connected') welcomed();
    if (packet.kind === 'ack') this.#judge(String(packet.id), JSON.parse(packet.body) as Ack<unknown>);
  }

  /** The ack rule: once, and `{ok: true, value}` or `{ok: false, error}` with a refusal a client can act on. A fault of ours is no answer. */
  #judge(id: string, ack: Ack<unknown>): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (!asked) return this.#complain(`an ack ${id} that nobody waits for`);
    const right = ack.ok ? 'value' in ack : Refusal.safeParse(ack.error).success && ack.error.code !== 'internal';
    if (!right) this.#complain(`was answered ${JSON.stringify(ack).slice(0, 200)}`, asked.input);
    asked.answered(true);
  }

  #ended(): void {
    for (const { answered } of this.#asked.values()) answered(false);
  }

  #complain(what: string, input?: HostileInput): void {
    const said = input?.packets.map((packet) => packet.toString().slice(0, 300)).join(' ');
    if (this.complaints.length < 10) this.complaints.push(`${what}: ${said ?? ''}`);
  }
}
