import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoGuest, HubUnwilling, becomeGuest } from './hub-doors.js';
import { topicLines } from './topic-lines.js';
import { chooseRooms, chooseTopic, linesInTurn, pauseMs, type Chance } from './visitor.rules.js';

/** Below the twelve hours that a ticket holds. */
const TICKET_KEPT_MS = 11 * 3_600_000;

/** Of what a visitor says, so much goes into a topic. */
const TOPIC_SHARE = 0.4;

export type VisitorOptions = DemoGuest & {
  url: string;
  /** The campaign-wide topics they may talk in, by name. */
  topics: readonly string[];
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
  /** The rooms and the topic they are in, and how to leave each. */
  readonly #places = new Map<string, () => void>();
  #topic: string | undefined;
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
    for (const leave of this.#places.values()) leave();
    this.#client?.close();
  }

  /** Goes where something is live, and speaks in one of these places unless the last words are still on their way. */
  async #turn(line: string): Promise<void> {
    const { topics, chance, liveNow } = this.options;
    const here = [...this.#places.keys()].filter((place) => place !== this.#topic);
    const rooms = chooseRooms(here, (await liveNow()).map(roomOf), chance);
    this.#topic = chooseTopic(this.#topic, topics, chance);
    this.#moveTo(this.#topic === undefined ? rooms : [...rooms, this.#topic]);
    if (this.#said.size > 0) return;
    const room = rooms[Math.floor(chance() * rooms.length)];
    if (this.#topic !== undefined && chance() < TOPIC_SHARE) this.#say(this.#topic, 'chat', this.#topicLine(this.#topic));
    else if (room !== undefined) this.#say(room, chance() < 0.2 ? 'danmaku' : 'chat', line);
  }

  #say(topic: string, kind: 'chat' | 'danmaku', text: string): void {
    this.#said.set(this.#connected().send({ topic, kind, text }), topic);
  }

  #topicLine(topic: string): string {
    const lines = topicLines[topic.split(':').at(-1) ?? ''] ?? this.options.lines;
    return lines[Math.floor(this.options.chance() * lines.length)] ?? '';
  }

  /** Places are followed for their state only and without a key: a visitor need not read what others say. */
  #moveTo(topics: readonly string[]): void {
    for (const [topic, leave] of this.#places) {
      if (topics.includes(topic)) continue;
      leave();
      this.#places.delete(topic);
      for (const [id, said] of this.#said) if (said === topic) this.#said.delete(id);
    }
    for (const topic of topics) {
      if (this.#places.has(topic)) continue;
      this.#places.set(
        topic,
        this.#connected().follow(topic, () => this.#hear(topic), { mode: 'state', keys: [] }),
      );
    }
  }

  /** Takes note of how the hub took one's words: a refusal makes a visitor more silent, a kept message talkative again. */
  #hear(topic: string): void {
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
    const { url, name, region, now, signal } = this.options;
    const kept = this.#ticket;
    if (kept && kept.text !== refused && now() - kept.madeAt < TICKET_KEPT_MS) return kept.text;
    const text = await becomeGuest(url, { name, region }, signal);
    this.#ticket = { text, madeAt: now() };
    return text;
  }
}

function roomOf(slug: string): string {
  return `room:${slug}`;
}
