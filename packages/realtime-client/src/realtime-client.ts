import type {
  Ack,
  Author,
  Cut,
  Hello,
  Notice,
  SendMessage,
  SentMessage,
  SettledMessage,
  Standing,
  WatchBeat,
  WatchReport,
} from '@yunhui/contracts';
import type { ConnectionState, FollowOptions, OutgoingMessage, RealtimeClient, RealtimeClientOptions, ServingState, Stop } from './api.js';
import { Connection } from './connection.js';
import { CutsInForce } from './cuts-in-force.js';
import { FollowedTopics } from './followed-topics.js';
import { OlderEntries } from './history.js';
import { HttpFollower } from './http-follower.js';
import { HubClock } from './hub-clock.js';
import { HubHttp, topicPath } from './hub-http.js';
import { pageLifecycle } from './lifecycle.js';
import { Listeners } from './listeners.js';
import { Outbox } from './outbox.js';
import { applySettled } from './own-messages.js';
import { RequestRefused } from './request-refused.js';
import { Serving } from './serving.js';
import { defaultSettings } from './settings.js';
import { TicketDesk } from './ticket-desk.js';
import { TopicJoins } from './topic-joins.js';
import type { TopicView } from './topic-view.js';
import { TrackedKeys } from './tracked-keys.js';
import { Verdicts } from './verdicts.js';

/** Opens a connection to the hub and keeps it. */
export function createRealtimeClient(options: RealtimeClientOptions): RealtimeClient {
  return new HubClient(options);
}

/** Puts the parts together and hands each thing to the part it belongs to. */
class HubClient implements RealtimeClient {
  readonly #clock = new HubClock();
  readonly #cuts = new CutsInForce();
  readonly #notices = new Listeners<Notice>();
  readonly #standings = new Listeners<Standing>();
  readonly #verdicts = new Verdicts();
  readonly #serving = new Serving();
  readonly #tickets: TicketDesk;
  readonly #http: HubHttp;
  readonly #topics: FollowedTopics;
  readonly #connection: Connection;
  readonly #joins: TopicJoins;
  readonly #keys: TrackedKeys;
  readonly #follower: HttpFollower;
  readonly #history: OlderEntries;
  readonly #outbox: Outbox;
  readonly #stopLifecycle: Stop;
  #standing: Standing | undefined;
  #wasConnected = false;
  #leftOut = false;

  constructor({ url, client, ticket, lifecycle = pageLifecycle, settings: changed }: RealtimeClientOptions) {
    const settings = { ...defaultSettings, ...changed };
    this.#tickets = new TicketDesk(ticket);
    this.#http = new HubHttp(url, settings.connectPatienceMs);
    this.#topics = new FollowedTopics(settings);
    this.#connection = new Connection(
      { url, client, settings, tickets: this.#tickets, clock: this.#clock },
      {
        frame: (frame) => this.#joins.frame(frame),
        settled: (verdict) => this.#settled([verdict]),
        cut: (cut) => this.#cuts.take(cut),
        standing: (standing) => this.#stands(standing),
        notice: (notice) => this.#noticed(notice),
      },
    );
    this.#keys = new TrackedKeys(this.#topics, this.#connection, settings);
    this.#joins = new TopicJoins(this.#topics, this.#connection, settings, (topic, request, { recovered, mine }) => {
      this.#keys.joined(topic, request.keys, !recovered);
      this.#settled(mine?.settled ?? []);
      this.#outbox.pumpAll();
    });
    this.#follower = new HttpFollower(this.#topics, this.#http, this.#tickets, settings, (verdicts) => this.#settled(verdicts));
    this.#history = new OlderEntries(this.#topics, this.#http, this.#tickets, settings);
    this.#outbox = new Outbox(this.#topics, settings, {
      speak: (message) => this.#speak(message),
      canSpeak: (topic) => this.#canSpeak(topic),
      author: () => this.#author(),
      hubNow: () => this.#clock.now(),
      replaceTicket: (refusal) => this.#connection.replaceTicket(refusal),
    });
    this.#connection.changes.add((state) => this.#reached(state));
    this.#serving.changes.add(({ mode }) => {
      if (this.#leftOut && mode === 'full') this.#follower.fillIn();
      this.#leftOut = mode !== 'full';
    });
    this.#stopLifecycle = lifecycle(() => void this.#connection.wake());
    this.#connection.open();
  }

  get connection(): ConnectionState {
    return this.#connection.state;
  }

  get serving(): ServingState {
    return this.#serving.state;
  }

  get standing(): Standing | undefined {
    return this.#standing;
  }

  get cuts(): readonly Cut[] {
    return this.#cuts.all;
  }

  get hello(): Hello | undefined {
    return this.#connection.hello;
  }

  follow = (topic: string, changed: () => void, options: FollowOptions = {}): Stop => this.#topics.follow(topic, changed, options);
  viewOf = (topic: string): TopicView => this.#topics.viewOf(topic);
  track = (topic: string, keys: readonly string[]): void => this.#keys.track(topic, keys);
  older = (topic: string): Promise<boolean> => this.#history.load(topic);
  send = (message: OutgoingMessage): string => this.#outbox.send(message);
  resend = (_topic: string, id: string): void => this.#outbox.resend(id);
  discard = (topic: string, id: string): void => this.#outbox.discard(topic, id);
  react = (topic: string, name: string, count: number): void => this.#connection.tell('reaction.add', { topic, name, count });
  serverNow = (): number => this.#clock.now();
  onConnection = (listener: (state: ConnectionState) => void): Stop => this.#connection.changes.add(listener);
  onServing = (listener: (state: ServingState) => void): Stop => this.#serving.changes.add(listener);
  onCuts = (listener: (cuts: readonly Cut[]) => void): Stop => this.#cuts.changes.add(listener);
  onNotice = (listener: (notice: Notice) => void): Stop => this.#notices.add(listener);
  onStanding = (listener: (standing: Standing) => void): Stop => this.#standings.add(listener);
  onSettled = (listener: (settled: SettledMessage) => void): Stop => this.#verdicts.listeners.add(listener);
  renew = (): void => this.#connection.renew();

  retract = async (topic: string, id: string): Promise<void> => {
    const ack = await this.#connection.request('message.retract', { topic, id });
    if (!ack?.ok) throw new RequestRefused(ack?.error ?? { code: 'busy', retry: 'later' });
  };

  beat = (beat: WatchBeat): void => {
    if (this.connection.status === 'polling') void this.#post('/watch', beat);
    else this.#connection.tell('watch.beat', beat);
  };

  report = (report: WatchReport): void => {
    if (this.connection.status === 'polling') void this.#post('/watch/reports', report);
    else this.#connection.tell('watch.report', report);
  };

  close = (): void => {
    this.#stopLifecycle();
    this.#connection.close();
    this.#serving.close();
    this.#joins.stop();
    this.#follower.stop();
    this.#outbox.close();
    this.#topics.clear();
  };

  #reached(state: ConnectionState): void {
    const { status } = state;
    if (this.#wasConnected && status !== 'connected') {
      this.#serving.lost();
      this.#joins.lost();
    }
    if (!this.#wasConnected && status === 'connected') this.#serving.greeted(this.hello?.limits.frameMs ?? 200);
    if (!this.#wasConnected && status === 'connected') this.#cuts.begin(this.hello?.cuts ?? []);
    // Without a socket nobody would hear of an undo: what holds is in the state of rooms then.
    if (status === 'polling') this.#cuts.begin([]);
    this.#wasConnected = status === 'connected';
    // Who is banned may read what everybody may.
    if (status === 'polling' || (state.status === 'closed' && state.reason === 'banned')) this.#follower.start();
    else this.#follower.stop();
    if (status === 'connected') this.#joins.connected();
    if (status === 'connected' || status === 'polling') this.#outbox.pumpAll();
  }

  /** Before anybody else hears of it: frames that follow are read by it. */
  #noticed(notice: Notice): void {
    this.#serving.noticed(notice);
    this.#joins.rest(this.serving.mode === 'state');
    this.#notices.tell(notice);
  }

  #stands(standing: Standing): void {
    this.#standing = standing;
    this.#standings.tell(standing);
  }

  #settled(verdicts: readonly SettledMessage[]): void {
    for (const verdict of verdicts) {
      if (this.#topics.find(verdict.topic)) this.#topics.change(verdict.topic, (replica) => applySettled(replica, verdict));
      this.#verdicts.tell(verdict);
    }
  }

  #speak(message: SendMessage): Promise<Ack<SentMessage> | undefined> {
    if (this.connection.status === 'polling') return this.#post<SentMessage>(topicPath(message.topic, 'messages'), message);
    return this.#connection.request('message.send', message);
  }

  /** Over a socket, a followed topic is joined first: what others said meanwhile comes before one's own. */
  #canSpeak(topic: string): boolean {
    if (this.connection.status !== 'connected') return this.connection.status === 'polling';
    const known = this.#topics.find(topic);
    return !known || known.followers.size === 0 || known.membership === 'joined' || known.replica.status === 'refused';
  }

  async #post<Value>(path: string, body: unknown): Promise<Ack<Value> | undefined> {
    const ticket = await this.#tickets.current().catch(() => undefined);
    return this.#http.post<Value>(path, body, ticket);
  }

  /** As the hub will name the author; the entry in the log replaces it. */
  #author(): Author {
    const user = this.hello?.user;
    return { id: user?.id ?? '', name: user?.name ?? '', role: user?.grants[0]?.role, sample: user?.sample };
  }
}
