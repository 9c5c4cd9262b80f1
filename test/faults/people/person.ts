import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, JoinedTopic, Notice, SentMessage } from '@yunhui/contracts';
import { Line } from './line.js';
import { SeenLog } from './seen-log.js';

/** Something a person said: how often it went out, what refused it meanwhile, and every acknowledgement of it. */
export type Said = {
  readonly id: string;
  readonly text: string;
  readonly saidAt: number;
  readonly refusals: string[];
  readonly acks: SentMessage[];
  ackedAt?: number;
  /** Refused for good: nothing may be kept. */
  refused?: string;
};

export type PersonOptions = {
  /** Where the hub answers; the next is tried when one does not, as a balancer would. */
  doors: readonly string[];
  firstDoor?: number;
  topic: string;
  ticket?: string;
  random: () => number;
};

const reconnect = { firstMs: 1_000, longestMs: 4_000 };
const firstRetryMs = 250;

/**
 * A guest on a bare socket who does what the protocol asks of a client: joins with the position it has, joins
 * again over a hole, comes back after a cut by lot, and says a thing again under its id until it is answered.
 */
export class Person implements Disposable {
  readonly seen = new SeenLog();
  readonly said = new Map<string, Said>();
  readonly notices: Notice[] = [];
  /** When the socket was lost and the topic was live again, by `performance.now()`. */
  readonly gaps: { lostAt: number; backAt?: number }[] = [];
  #line: Line | undefined;
  #joining: Promise<void> | undefined;
  readonly #early: Frame[] = [];
  #gone = false;
  #waitMs = 0;
  #failures = 0;
  #door: number;

  private constructor(private readonly options: PersonOptions) {
    this.#door = options.firstDoor ?? 0;
  }

  /** Settles when the topic is joined. */
  static async enter(options: PersonOptions): Promise<Person> {
    const person = new Person(options);
    void person.#live();
    while (!person.isLive) await sleep(20);
    return person;
  }

  get isLive(): boolean {
    return this.#line?.isOpen === true && this.#joining === undefined && this.seen.stretches.length > 0;
  }

  /** Whether everything said was acknowledged or refused for good. */
  get isSettled(): boolean {
    return [...this.said.values()].every(({ ackedAt, refused }) => ackedAt !== undefined || refused !== undefined);
  }

  /** Says it, and again until there is an answer. Now and then two sends of one id are on the way at once. */
  say(text: string, { id = randomUUID(), topic = this.options.topic }: { id?: string; topic?: string } = {}): Said {
    const said: Said = { id, text, saidAt: performance.now(), refusals: [], acks: [] };
    this.said.set(id, said);
    void this.#deliver(said, topic);
    if (this.options.random() < 0.05) void this.#deliver(said, topic);
    return said;
  }

  /** Their player plays the channel, as it says each time it is asked. */
  watch(channel: string): void {
    if (this.isLive) void this.#line?.ask('watch.beat', { channel, playing: true });
  }

  /** The socket breaks off, without a word to the hub. */
  loseLine(): void {
    this.#line?.end();
  }

  [Symbol.dispose](): void {
    this.#gone = true;
    this.#line?.end();
  }

  async #live(): Promise<void> {
    while (!this.#gone) {
      const closed = Promise.withResolvers<void>();
      const door = this.options.doors[this.#door % this.options.doors.length] as string;
      try {
        this.#line = await Line.open(
          { address: door, ticket: this.options.ticket },
          { event: (name, body) => this.#hear(name, body), closed: closed.resolve },
        );
        await this.#join();
        this.#failures = 0;
        await closed.promise;
        this.gaps.push({ lostAt: performance.now() });
      } catch {
        this.#line?.end();
        this.#door += 1;
      }
      const ceiling = Math.min(reconnect.longestMs, reconnect.firstMs * 2 ** this.#failures++);
      await sleep(this.#waitMs + this.options.random() * ceiling);
      this.#waitMs = 0;
    }
  }

  #hear(name: string, body: unknown): void {
    if (name === 'notice') {
      const notice = body as Notice;
      this.notices.push(notice);
      if (notice.kind === 'close' || notice.kind === 'drain') this.#waitMs = notice.retryAfterMs ?? 0;
    }
    if (name !== 'frame') return;
    if (this.#joining) this.#early.push(body as Frame);
    else this.#take(body as Frame);
  }

  #take(frame: Frame): void {
    if (this.seen.take(frame) === 'join-again') void this.#join(this.options.random() * 1_000).catch(() => this.#line?.end());
  }

  /** One at a time. Frames that come before its answer wait for it: they may continue it. */
  #join(afterMs = 0): Promise<void> {
    this.#joining ??= this.#joinNow(afterMs).finally(() => {
      this.#joining = undefined;
      for (const frame of this.#early.splice(0)) this.#take(frame);
    });
    return this.#joining;
  }

  async #joinNow(afterMs: number): Promise<void> {
    await sleep(afterMs);
    const answer = await this.#line?.ask<JoinedTopic>('topic.join', { topic: this.options.topic, ...this.seen.position });
    if (!answer?.ok) throw new Error(`not joined: ${JSON.stringify(answer)}`);
    this.seen.joined(answer.value);
    const gap = this.gaps.at(-1);
    if (gap) gap.backAt ??= performance.now();
  }

  async #deliver(said: Said, topic: string): Promise<void> {
    const { id, text } = said;
    for (let waitMs = firstRetryMs; !this.#gone;) {
      const line = this.isLive ? this.#line : undefined;
      const answer = await line?.ask<SentMessage>('message.send', { id, topic, kind: 'chat', text });
      if (answer?.ok) {
        said.acks.push(answer.value);
        said.ackedAt ??= performance.now();
        return;
      }
      if (answer) said.refusals.push(answer.error.code);
      if (answer && answer.error.retry !== 'later') {
        said.refused ??= answer.error.code;
        return;
      }
      await sleep(answer?.error.retryAfterMs ?? waitMs);
      waitMs = Math.min(waitMs * 2, 2_000);
    }
  }
}
