import type { Ack, Author, Refusal, SendMessage, SentMessage } from '@yunhui/contracts';
import type { OutgoingMessage } from './api.js';
import type { FollowedTopics } from './followed-topics.js';
import { applyAck, changeOwn, dropOwn, sayOwn } from './own-messages.js';
import type { Settings } from './settings.js';
import { uuidV7 } from './uuid-v7.js';

/** A message and how long it is tried. */
type Letter = { request: SendMessage; until: number; expiry?: ReturnType<typeof setTimeout>; hasReplacedTicket?: boolean };
/** What one says in a topic goes out one by one: its order is the order of speaking. */
type Queue = { letters: Letter[]; isBusy: boolean; wait?: ReturnType<typeof setTimeout> };

export type OutboxParts = {
  /** `undefined`: no answer, or no way to speak. A retry has the same id, so it is never said twice. */
  speak: (message: SendMessage) => Promise<Ack<SentMessage> | undefined>;
  canSpeak: (topic: string) => boolean;
  author: () => Author;
  hubNow: () => number;
  /** False when there is no other ticket to be had. */
  replaceTicket: (refusal: Refusal) => boolean;
};

/** Everything said here, until the hub has kept it or refused it. */
export class Outbox {
  readonly #queues = new Map<string, Queue>();
  /** Requests of messages that failed, for who tries again. */
  readonly #failed = new Map<string, SendMessage>();

  constructor(
    private readonly topics: FollowedTopics,
    private readonly settings: Settings,
    private readonly parts: OutboxParts,
  ) {}

  send(message: OutgoingMessage): string {
    const request = { ...message, id: uuidV7() };
    this.#post(request);
    return request.id;
  }

  resend(id: string): void {
    const request = this.#failed.get(id);
    if (!request) return;
    this.#failed.delete(id);
    this.#post(request);
  }

  discard(topic: string, id: string): void {
    this.#failed.delete(id);
    const letter = this.#queues.get(topic)?.letters.find(({ request }) => request.id === id);
    if (letter) this.#take(letter);
    this.topics.change(topic, (replica) => dropOwn(replica, id));
  }

  /** A way to speak has opened: all that waits goes. */
  pumpAll(): void {
    for (const topic of this.#queues.keys()) void this.#pump(topic);
  }

  close(): void {
    for (const { letters, wait } of this.#queues.values()) {
      clearTimeout(wait);
      for (const { expiry } of letters) clearTimeout(expiry);
    }
    this.#queues.clear();
  }

  #post(request: SendMessage): void {
    const letter: Letter = { request, until: Date.now() + this.settings.sendPatienceMs };
    letter.expiry = setTimeout(() => this.#giveUp(letter, 'unsent'), this.settings.sendPatienceMs);
    const queue = this.#queues.get(request.topic) ?? { letters: [], isBusy: false };
    this.#queues.set(request.topic, queue);
    queue.letters.push(letter);
    this.topics.change(request.topic, (replica) => sayOwn(replica, request, this.parts.hubNow()));
    void this.#pump(request.topic);
  }

  async #pump(topic: string): Promise<void> {
    const queue = this.#queues.get(topic);
    const letter = queue?.letters[0];
    if (!queue || !letter || queue.isBusy || !this.parts.canSpeak(topic)) return;
    clearTimeout(queue.wait);
    queue.isBusy = true;
    const ack = await this.parts.speak(letter.request);
    queue.isBusy = false;
    if (this.#queues.get(topic) !== queue) return;
    const waitMs = this.#answered(letter, ack);
    if (waitMs === 0) return this.#pump(topic);
    queue.wait = setTimeout(() => void this.#pump(topic), waitMs);
  }

  /** Does what the ack says, and gives the wait before the next attempt. */
  #answered(letter: Letter, ack: Ack<SentMessage> | undefined): number {
    if (ack?.ok) {
      this.#take(letter);
      this.#failed.delete(letter.request.id);
      this.topics.change(letter.request.topic, (replica) => applyAck(replica, letter.request, ack.value, this.parts.author()));
      return 0;
    }
    if (!ack) return this.settings.reconnectMs;
    if (ack.error.retry === 'later') return this.#tryLater(letter, ack.error);
    if (ack.error.retry === 'sign-in' && !letter.hasReplacedTicket && this.parts.replaceTicket(ack.error)) {
      letter.hasReplacedTicket = true;
      return this.settings.reconnectMs;
    }
    if (ack.error.code === 'message.rejected') this.#reject(letter, ack.error);
    else this.#giveUp(letter, 'refused', ack.error);
    return 0;
  }

  /** Screening refused the words and the hub has kept them: they stand where a moderator's rejection would, and can be appealed against. */
  #reject(letter: Letter, { rule }: Refusal): void {
    this.#take(letter);
    this.topics.change(letter.request.topic, (replica) => changeOwn(replica, letter.request.id, { status: 'rejected', rule }));
  }

  /** Slow mode and a busy hub are waited for; a mute that lasts longer than our patience is told at once. */
  #tryLater(letter: Letter, error: Refusal): number {
    const waitMs = error.retryAfterMs ?? this.settings.reconnectMs;
    if (Date.now() + waitMs > letter.until) {
      this.#giveUp(letter, 'unsent', error);
      return 0;
    }
    this.topics.change(letter.request.topic, (replica) => changeOwn(replica, letter.request.id, { error }));
    return waitMs;
  }

  #giveUp(letter: Letter, status: 'unsent' | 'refused', error?: Refusal): void {
    this.#take(letter);
    this.#failed.set(letter.request.id, letter.request);
    this.topics.change(letter.request.topic, (replica) => changeOwn(replica, letter.request.id, error ? { status, error } : { status }));
  }

  #take(letter: Letter): void {
    clearTimeout(letter.expiry);
    const queue = this.#queues.get(letter.request.topic);
    if (queue) queue.letters = queue.letters.filter((other) => other !== letter);
  }
}
