import { Injectable } from '@nestjs/common';
import type { ErrorCode, Role, SendMessage, SentMessage } from '@yunhui/contracts';
import type { Speaker } from '../../platform/edge/speaker.js';
import { HubError } from '../../platform/hub-error.js';
import { type Appended, EntryLog, LogRepository, Subscriptions } from '../../platform/realtime/index.js';
import { QuietTopics } from '../channels/index.js';
import { HoldNotes, MessageJudge, StandingService, TopicModes, type TopicRules } from '../moderation/index.js';
import { SpeakerRoles } from './speaker-roles.js';
import { authorOf, isConversation, messageOf } from './topics.rules.js';
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
    private readonly turns: TopicsStore,
    private readonly quiet: QuietTopics,
    private readonly roles: SpeakerRoles,
    private readonly standing: StandingService,
    private readonly modes: TopicModes,
    private readonly judge: MessageJudge,
    private readonly notes: HoldNotes,
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
    const role = await this.roles.of(speaker, request.topic);
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
    const judged = await this.judge.judge({ request, speaker, isStaff: role !== undefined, mode });
    if (!judged.ok) throw new HubError(`message.${judged.reason}`, { field: 'text' });
    const { hold, holdMs, review, refuse } = judged;
    const retryAfterMs = role || refuse ? 0 : await this.turns.takeTurn(request, user.id, slowModeMs);
    if (retryAfterMs > 0) throw new HubError('topic.slow-mode', { retryAfterMs });
    const message = messageOf(request, authorOf({ ...user, name: judged.name }, role), judged);
    const item = { id: message.id, topic: request.topic, author: user.id, kind: 'message', body: { message } };
    const asked = { hold, holdMs, review, refuse: refuse && true, modeVersion, shieldVersion, priority: role !== undefined };
    const appended = await this.log.append({ ...item, ...asked });
    const before = appended.outcome === 'rejected' ? await this.judge.refusedBefore(message.id) : undefined;
    if (before) throw before;
    if (appended.outcome === 'refused' && refuse) throw await this.judge.refusal(refuse, { user: user.id, topic: request.topic });
    if (appended.outcome === 'held' && review) this.notes.added({ id: message.id, hold, review });
    return appended.outcome === 'stale' ? undefined : answerOf(appended, message.text);
  }

  /** While a campaign is quiet nothing flies over its pictures. The retry of what is kept passes, as it always does. */
  private async requireLoud({ topic, id }: SendMessage): Promise<void> {
    if (!(await this.quiet.isQuiet(topic))) return;
    if (!(await this.entries.numberOf(topic, id))) throw new HubError('topic.quiet');
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
