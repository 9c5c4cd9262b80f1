import { Injectable } from '@nestjs/common';
import type { ClientEventPayload, ErrorCode, Mine, Role, SendMessage, SentMessage } from '@yunhui/contracts';
import { RegionTree } from '../../platform/auth/index.js';
import type { Speaker } from '../../platform/edge/speaker.js';
import { HubError } from '../../platform/hub-error.js';
import { type Appended, EntryLog, Holds, LogRepository, Retractions, Subscriptions } from '../../platform/realtime/index.js';
import { ChannelsService, QuietTopics } from '../channels/index.js';
import { screen, StandingService, TopicModes, type TopicRules } from '../moderation/index.js';
import { authorOf, isConversation, messageOf, roleIn } from './topics.rules.js';
import { TopicsStore } from './topics.store.js';

/** A mode may change between screening and the append; more often than this in a row it does not. */
const mostScreenings = 4;

/** Speaking: judged, screened, kept. It emits nothing: what is committed reaches the screens through the log. */
@Injectable()
export class SpeechService {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly log: EntryLog,
    private readonly entries: LogRepository,
    private readonly holds: Holds,
    private readonly retractions: Retractions,
    private readonly turns: TopicsStore,
    private readonly channels: ChannelsService,
    private readonly quiet: QuietTopics,
    private readonly regions: RegionTree,
    private readonly standing: StandingService,
    private readonly modes: TopicModes,
  ) {}

  /**
   * Nobody sees a message that is not kept, and the answer says what was kept. Whether the mode takes it is asked again under
   * the lock, after the id was looked up: the retry of what is kept is never refused.
   */
  async send(speaker: Speaker, request: SendMessage): Promise<SentMessage> {
    if (!isConversation(request.topic)) throw new HubError('topic.closed');
    const topic = await this.subscriptions.readable({ viewer: speaker }, request.topic);
    await this.standing.requireFree(speaker, request.topic, request.id);
    if (request.kind === 'danmaku') await this.requireLoud(request);
    const role = await this.roleOf(speaker, request.topic);
    for (let screening = 0; screening < mostScreenings; screening++) {
      const said = await this.say(speaker, request, { role, rules: await this.modes.of(topic) });
      if (said) return said;
      await this.modes.renew(topic);
    }
    throw new HubError('busy', { retryAfterMs: 1_000 });
  }

  /** Screens and keeps under the modes as this node knows them; undefined when they are others by now. */
  private async say(
    speaker: Speaker,
    request: SendMessage,
    { role, rules }: { role?: Role; rules: TopicRules },
  ): Promise<SentMessage | undefined> {
    const { user } = speaker;
    const { mode, slowModeMs, modeVersion, shieldVersion } = rules;
    const screened = screen(request.text, mode, { isTrusted: role !== undefined, isVerified: user.kind === 'account' });
    if (!screened.ok) throw new HubError(`message.${screened.reason}`, { field: 'text' });
    const { refuse } = screened;
    const retryAfterMs = role || refuse ? 0 : await this.turns.takeTurn(request, user.id, slowModeMs);
    if (retryAfterMs > 0) throw new HubError('topic.slow-mode', { retryAfterMs });
    const message = messageOf(request, authorOf(user, role), screened);
    const watched = !role && (await this.standing.isWatched(speaker, request.topic));
    const { hold, holdMs } = watched ? { hold: 'newcomer', holdMs: undefined } : screened;
    const item = { id: message.id, topic: request.topic, author: user.id, kind: 'message', body: { message } };
    const asked = { hold, holdMs, refuse: refuse && true, modeVersion, shieldVersion, priority: role !== undefined };
    const appended = await this.log.append({ ...item, ...asked });
    if (appended.outcome === 'refused' && refuse) throw new HubError(refuse, { field: 'text' });
    return appended.outcome === 'stale' ? undefined : answerOf(appended, message.text);
  }

  /** While a campaign is quiet nothing flies over its pictures. The retry of what is kept passes, as it always does. */
  private async requireLoud({ topic, id }: SendMessage): Promise<void> {
    if (!(await this.quiet.isQuiet(topic))) return;
    if (!(await this.entries.numberOf(topic, id))) throw new HubError('topic.quiet');
  }

  /** One's own: a held message is withdrawn, a published one retracted. A second time changes nothing. */
  async retract(speaker: Speaker, { topic, id }: ClientEventPayload<'message.retract'>): Promise<void> {
    await this.subscriptions.readable({ viewer: speaker }, topic);
    if (await this.holds.withdraw(speaker.user.id, topic, id)) return;
    const known = await this.entries.numberOf(topic, id);
    if (!known || known.author !== speaker.user.id) throw new HubError('message.unknown', { field: 'id' });
    await this.retractions.retract({ topic, seqs: [known.seq], by: 'author', actor: speaker.user.id });
  }

  /** What only the speaker knows of: their held messages, and verdicts no client of theirs has shown. */
  async mine(speaker: Speaker, topic: string): Promise<Mine> {
    await this.subscriptions.readable({ viewer: speaker }, topic);
    return this.holds.mine(speaker.user.id, topic);
  }

  /** Hosts and staff speak as such only where their grant holds. */
  async roleOf({ user }: Speaker, topic: string): Promise<Role | undefined> {
    if (user.grants.length === 0) return undefined;
    const region = await this.channels.regionOfTopic(topic);
    return region ? roleIn(user.grants, this.regions.pathOf(region)) : undefined;
  }
}

const refusals: Partial<Record<Appended['outcome'], ErrorCode>> = {
  taken: 'message.id-taken',
  unknown: 'topic.unknown',
  closed: 'topic.closed',
};

/** A decided hold is still answered `held`: `message.settled` says the rest. */
function answerOf({ id, outcome, at, seq, epoch, body }: Appended, text: string): SentMessage {
  const code = refusals[outcome];
  if (code) throw new HubError(code, { field: outcome === 'taken' ? 'id' : undefined });
  const kept = (body?.message as { text?: string } | undefined)?.text ?? text;
  if (outcome === 'published' || outcome === 'known') return { id, status: 'published', at, text: kept, seq, epoch };
  return { id, status: 'held', at, text: kept };
}
