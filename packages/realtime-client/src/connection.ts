import type { Ack, ClientEventName, ClientEventPayload, ClientEventValue, Hello, Notice, Refusal } from '@yunhui/contracts';
import type { ConnectionState } from './api.js';
import { reconnectDelay } from './delays.js';
import type { HubClock } from './hub-clock.js';
import { HubSocket, type SocketListeners } from './hub-socket.js';
import { Listeners } from './listeners.js';
import type { Settings } from './settings.js';
import type { TicketDesk } from './ticket-desk.js';

/** What comes over the socket and is no business of the connection. */
export type Deliveries = Omit<SocketListeners, 'hello' | 'lost'>;

export type ConnectionParts = { url: string; client?: string; settings: Settings; tickets: TicketDesk; clock: HubClock };

/** Keeps one socket open: tries, waits, tries again, and says where it stands. */
export class Connection {
  readonly changes = new Listeners<ConnectionState>();
  state: ConnectionState = { status: 'connecting' };
  hello: Hello | undefined;
  #socket: HubSocket | undefined;
  #failures = 0;
  #openedAt = 0;
  #helloAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #askedToWaitMs: number | undefined;
  #waking = false;

  constructor(
    private readonly parts: ConnectionParts,
    private readonly deliveries: Deliveries,
  ) {}

  open(): void {
    clearTimeout(this.#retry);
    this.#socket?.end();
    this.#openedAt = Date.now();
    const { url, client, settings, tickets } = this.parts;
    this.#socket = new HubSocket(
      { url, client, ticket: () => tickets.ticket(), connectPatienceMs: settings.connectPatienceMs },
      {
        ...this.deliveries,
        hello: (hello) => this.#greeted(hello),
        notice: (notice) => this.#noticed(notice),
        lost: (refusal) => this.#lost(refusal),
      },
    );
    if (this.state.status !== 'polling') this.#become({ status: 'connecting' });
  }

  request<Name extends ClientEventName>(
    name: Name,
    payload: ClientEventPayload<Name>,
    patienceMs = this.parts.settings.ackPatienceMs,
  ): Promise<Ack<ClientEventValue<Name>> | undefined> {
    return this.#socket ? this.#socket.request(name, payload, patienceMs) : Promise.resolve(undefined);
  }

  tell<Name extends ClientEventName>(name: Name, payload: ClientEventPayload<Name>): void {
    this.#socket?.tell(name, payload);
  }

  /**
   * The page may have slept, and a socket that a sleeping phone lost looks open: it must answer now, or
   * another is opened, at once, for wakeups come one by one and not as a wave.
   */
  async wake(): Promise<void> {
    const { wakePatienceMs } = this.parts.settings;
    if (this.state.status === 'closed' || this.#waking) return;
    if (this.state.status !== 'connected') {
      // An attempt from before the sleep hangs as a connection does.
      if (!this.#socket || Date.now() - this.#openedAt > wakePatienceMs) this.open();
      return;
    }
    this.#waking = true;
    const socket = this.#socket;
    this.parts.clock.forget();
    const answers = await this.#readClock(wakePatienceMs);
    this.#waking = false;
    if (!answers && socket === this.#socket && this.state.status === 'connected') this.#startOver();
  }

  /** Another ticket, or none: the same again from the start, also after a ban. */
  renew(): void {
    if (this.state.status === 'closed' && this.state.reason === 'closed') return;
    this.parts.tickets.renew();
    this.#startOver();
  }

  /** A request was refused for its ticket: another one, if there can be, on a new connection. */
  replaceTicket(refusal: Refusal): boolean {
    if (!this.parts.tickets.hasTicket() || !this.parts.tickets.refused(refusal)) return false;
    if (this.state.status === 'connected') this.#startOver();
    return true;
  }

  close(reason: 'closed' | 'banned' | 'protocol' = 'closed', refusal?: Refusal): void {
    clearTimeout(this.#retry);
    this.#socket?.end();
    this.#socket = undefined;
    this.#become({ status: 'closed', reason, refusal });
  }

  #greeted(hello: Hello): void {
    this.parts.tickets.accepted();
    this.parts.clock.read(hello.at);
    this.hello = hello;
    this.#helloAt = Date.now();
    this.#askedToWaitMs = undefined;
    this.#become({ status: 'connected', user: hello.user });
    void this.#readClock(this.parts.settings.ackPatienceMs);
  }

  #noticed(notice: Notice): void {
    this.deliveries.notice(notice);
    if (notice.kind === 'drain' || notice.kind === 'close') this.#askedToWaitMs = notice.retryAfterMs;
    if (notice.kind === 'close' && (notice.reason === 'banned' || notice.reason === 'protocol')) this.close(notice.reason);
    if (notice.kind === 'mode' && notice.mode === 'http' && !notice.topic) this.#goByHttp(notice.retryAfterMs);
  }

  #lost(refusal?: Refusal): void {
    this.#socket = undefined;
    const { settings, tickets } = this.parts;
    const wasSteady = this.state.status === 'connected' && Date.now() - this.#helloAt >= settings.steadyAfterMs;
    if (refusal?.retry === 'sign-in' && tickets.refused(refusal)) return this.#waitFor(0);
    if (refusal?.code === 'account.banned') return this.close('banned', refusal);
    if (refusal?.retry === 'never') return this.close('protocol', refusal);
    this.#failures = wasSteady ? 0 : this.#failures + 1;
    const askedMs = refusal?.retryAfterMs ?? this.#askedToWaitMs ?? 0;
    this.#waitFor(askedMs + reconnectDelay(this.#failures, settings));
  }

  /** The hub is too full for another socket: as after three failures. */
  #goByHttp(retryAfterMs = this.parts.settings.reconnectMaxMs): void {
    this.#socket?.end();
    this.#socket = undefined;
    this.#failures = Math.max(this.#failures, this.parts.settings.failuresBeforeHttp);
    this.#waitFor(retryAfterMs);
  }

  #waitFor(delayMs: number): void {
    const retryAt = Date.now() + delayMs;
    const attempt = this.#failures + 1;
    const byHttp = this.#failures >= this.parts.settings.failuresBeforeHttp;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.open(), delayMs);
    this.#become(byHttp ? { status: 'polling', attempt, retryAt } : { status: 'waiting', attempt, retryAt });
  }

  #startOver(): void {
    this.#failures = 0;
    this.#waitFor(0);
    this.open();
  }

  /** Whether the hub answered; its clock is read by the way. */
  async #readClock(patienceMs: number): Promise<boolean> {
    const sentAt = Date.now();
    const answer = await this.request('clock.sync', { sentAt }, patienceMs);
    if (answer?.ok) this.parts.clock.read(answer.value.at, sentAt);
    return answer !== undefined;
  }

  #become(state: ConnectionState): void {
    this.state = state;
    this.changes.tell(state);
  }
}
