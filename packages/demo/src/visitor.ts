import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubUnwilling, becomeGuest } from './hub-doors.js';
import { chooseRooms, linesInTurn, pauseMs, type Chance } from './visitor.rules.js';

/** Below the twelve hours that a ticket holds. */
const TICKET_KEPT_MS = 11 * 3_600_000;

export type VisitorOptions = {
  url: string;
  name: string;
  lines: readonly string[];
  meanPauseMs: number;
  /** Slugs of the channels that are live now. */
  liveNow: () => Promise<readonly string[]>;
  now: () => number;
  chance: Chance;
  signal: AbortSignal;
  /** What went wrong; the visitor waits longer and goes on. */
  troubled: (cause: unknown) => void;
};

/** A demo visitor: a guest like any other, who says a sample line now and then where something is live. */
export class Visitor {
  #client: RealtimeClient | undefined;
  readonly #rooms = new Map<string, () => void>();
  /** Messages not answered yet, and their topics. */
  readonly #said = new Map<string, string>();
  #refusals = 0;
  #retryAfterMs: number | undefined;
  #ticket: { text: string; madeAt: number } | undefined;

  constructor(private readonly options: VisitorOptions) {}

  /** Talks until the signal, or until the hub closes the door for good; never throws. */
  async stay(): Promise<void> {
    const lines = linesInTurn(this.options.lines, this.options.chance);
    while (await this.#pause()) {
      if (this.#client?.connection.status === 'closed') break;
      try {
        await this.#turn(lines.next().value);
      } catch (cause) {
        if (this.options.signal.aborted) break;
        this.#refused(cause instanceof HubUnwilling ? cause.retryAfterMs : undefined);
        this.options.troubled(cause);
      }
    }
    for (const leave of this.#rooms.values()) leave();
    this.#client?.close();
  }

  /** Goes where something is live, and speaks in one of these rooms unless the last words are still on their way. */
  async #turn(line: string): Promise<void> {
    const slugs = chooseRooms([...this.#rooms.keys()], await this.options.liveNow(), this.options.chance);
    this.#moveTo(slugs);
    const room = slugs[Math.floor(this.options.chance() * slugs.length)];
    if (room === undefined || this.#said.size > 0) return;
    const kind = this.options.chance() < 0.2 ? 'danmaku' : 'chat';
    const topic = roomOf(room);
    this.#said.set(this.#connected().send({ topic, kind, text: line }), topic);
  }

  /** Rooms are followed for their state only and without a key: a visitor need not read what others say. */
  #moveTo(slugs: readonly string[]): void {
    for (const [slug, leave] of this.#rooms) {
      if (slugs.includes(slug)) continue;
      leave();
      this.#rooms.delete(slug);
      for (const [id, topic] of this.#said) if (topic === roomOf(slug)) this.#said.delete(id);
    }
    for (const slug of slugs) {
      if (this.#rooms.has(slug)) continue;
      this.#rooms.set(
        slug,
        this.#connected().follow(roomOf(slug), () => this.#hear(slug), { mode: 'state', keys: [] }),
      );
    }
  }

  /** Takes note of how the hub took one's words: a refusal makes a visitor more silent, a kept message talkative again. */
  #hear(slug: string): void {
    const topic = roomOf(slug);
    const own = new Map(this.#client?.viewOf(topic).own.map((message) => [message.id, message]));
    for (const id of [...this.#said].filter(([, said]) => said === topic).map(([id]) => id)) {
      const message = own.get(id);
      if (message?.status === 'sending') continue;
      this.#said.delete(id);
      if (!message || message.status === 'held') {
        this.#refusals = 0;
        continue;
      }
      this.#refused(message.error?.retryAfterMs);
      this.#client?.discard(topic, id);
    }
  }

  #refused(retryAfterMs: number | undefined): void {
    this.#refusals += 1;
    this.#retryAfterMs = retryAfterMs;
  }

  /** False when it is time to leave. */
  async #pause(): Promise<boolean> {
    const { meanPauseMs: meanMs, chance, signal } = this.options;
    const ms = pauseMs({ meanMs, refusals: this.#refusals, retryAfterMs: this.#retryAfterMs }, chance);
    this.#retryAfterMs = undefined;
    return sleep(ms, true, { signal, ref: false }).catch(() => false);
  }

  #connected(): RealtimeClient {
    this.#client ??= createRealtimeClient({
      url: this.options.url,
      client: 'demo-visitor/1',
      ticket: (refused) => this.#ticketAfter(refused),
    });
    return this.#client;
  }

  async #ticketAfter(refused: string | undefined): Promise<string> {
    const { url, name, now, signal } = this.options;
    const kept = this.#ticket;
    if (kept && kept.text !== refused && now() - kept.madeAt < TICKET_KEPT_MS) return kept.text;
    const text = await becomeGuest(url, name, signal);
    this.#ticket = { text, madeAt: now() };
    return text;
  }
}

function roomOf(slug: string): string {
  return `room:${slug}`;
}
