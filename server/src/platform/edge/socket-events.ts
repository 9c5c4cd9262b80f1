import { type Ack, clientEvents, type ClientEventName, type Refusal } from '@yunhui/contracts';
import type { Socket } from 'socket.io';
import { HubError } from '../hub-error.js';
import { refusalOf } from './refusal-of.js';

/** What Nest gives us for a gateway's method: its guards and parameters are inside. */
export type EventHandler = (payload: unknown, ack?: unknown) => Promise<unknown>;
type AnswerTo = (answer: Ack<unknown>) => void;

const ackPatienceMs = 5_000;
const noAck: AnswerTo = () => undefined;

/**
 * The ack rule of the protocol for one socket: whatever comes with an ack function is answered within
 * 5 s, unknown events and wrong payloads included. What comes without one is judged, silently.
 */
export class SocketEvents {
  private readonly handlers = new Map<string, EventHandler>();
  /** Events that are being worked on. */
  unanswered = 0;

  constructor(
    socket: Socket,
    private readonly fault: (error: unknown) => void,
  ) {
    socket.onAny((event: unknown, ...args: unknown[]) => void this.take(event, args));
  }

  handle(event: string, handler: EventHandler): void {
    this.handlers.set(event, handler);
  }

  private async take(event: unknown, args: readonly unknown[]): Promise<void> {
    const last = args.at(-1);
    const answer = typeof last === 'function' ? once(last as AnswerTo) : noAck;
    const late = setTimeout(() => answer({ ok: false, error: new HubError('busy', { retryAfterMs: 1_000 }).toRefusal() }), ackPatienceMs);
    this.unanswered += 1;
    try {
      answer((await this.judge(event, typeof args[0] === 'function' ? undefined : args[0])) as Ack<unknown>);
    } catch (error) {
      answer({ ok: false, error: this.refusalOf(error) });
    } finally {
      this.unanswered -= 1;
      clearTimeout(late);
    }
  }

  private async judge(event: unknown, payload: unknown): Promise<unknown> {
    const handler = typeof event === 'string' ? this.handlers.get(event) : undefined;
    if (!handler || !Object.hasOwn(clientEvents, event as string)) throw new HubError('event.unknown');
    const parsed = clientEvents[event as ClientEventName].payload.safeParse(payload);
    if (parsed.success) return handler(parsed.data);
    throw new HubError('event.malformed', { field: parsed.error.issues[0]?.path.join('.') || undefined });
  }

  private refusalOf(error: unknown): Refusal {
    const known = refusalOf(error);
    if (known) return known.toRefusal();
    this.fault(error);
    return new HubError('internal').toRefusal();
  }
}

/** The first answer goes out, a later one would be a second effect. */
function once(answer: AnswerTo): AnswerTo {
  let answered = false;
  return (value) => {
    if (answered) return;
    answered = true;
    answer(value);
  };
}
