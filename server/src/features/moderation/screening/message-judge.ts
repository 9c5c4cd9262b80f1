import { Injectable } from '@nestjs/common';
import { type ErrorCode, HouseRule, type RejectionRule, type SendMessage } from '@yunhui/contracts';
import { isSelfMade, keepText } from '@yunhui/domain';
import type { Trust } from '@yunhui/screening';
import type { Speaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { type EffectiveMode, ruleOfMode, type Ruling } from '../modes/mode.rules.js';
import { RuleMutes } from '../sanctions/rule-mutes.service.js';
import { StandingService } from '../standing/standing.service.js';
import { AuthorTrust } from './author-trust.js';
import { type KeptWords, keptWords, textChars } from './kept-words.rules.js';
import { levelOf, type Review, ruleOf, type Screened } from './judgement.rules.js';
import { RefusedRepository } from './refused.repository.js';
import { Screener } from './screener.js';
import { TopicScopes } from './topic-scopes.js';

/** Somebody says something in a topic. `isStaff`: staff or a host, where their grant holds. */
export type Saying = { request: SendMessage; speaker: Speaker; isStaff: boolean; mode: EffectiveMode };

/** Why words are refused; `mutes`: their author is muted for them. What screening refuses has a `review` as well, and is kept for an appeal. */
export type Refusing = { code: ErrorCode; rule?: RejectionRule; mutes?: boolean };

/** What becomes of a message: what is kept and shown, whether somebody looks first and what they see, or that it is refused and why. */
export type Judgement =
  | Extract<KeptWords, { ok: false }>
  | { ok: true; text: string; masked: boolean; name: string; hold?: string; holdMs?: number; review?: Review; refuse?: Refusing };

/**
 * The one door that a message goes through before it is kept. Staff and hosts in their own region are neither held nor
 * refused: they answer for what they say by name. Personal data is masked for everybody.
 */
@Injectable()
export class MessageJudge {
  constructor(
    private readonly trust: AuthorTrust,
    private readonly screener: Screener,
    private readonly scopes: TopicScopes,
    private readonly standing: StandingService,
    private readonly mutes: RuleMutes,
    private readonly refused: RefusedRepository,
  ) {}

  async judge({ request, speaker, isStaff, mode }: Saying): Promise<Judgement> {
    const { user } = speaker;
    if (isStaff) return withName(keptWords(request.text), user.name);
    const typed = keepText(request.text, textChars);
    if (!typed.ok) return typed;
    const isWatched = await this.standing.isWatched(speaker, request.topic);
    const trust = isWatched ? 0 : await this.trust.of(user);
    const screened = await this.screener.judge({ ...request, text: typed.text }, user, trust);
    const { verdict, text, name, isMasked } = screened;
    const kept = { ok: true, text, masked: isMasked, name } as const;
    if (verdict === 'reject' || verdict === 'mute') {
      const rule = ruleOf(screened.findings);
      const review = await this.reviewOf(request.topic, screened, trust);
      return { ...kept, refuse: { code: 'message.rejected', rule, mutes: verdict === 'mute' }, review: { ...review, rule } };
    }
    const isVerified = user.kind === 'account' && !isSelfMade(user.grants);
    const ruling = ruleOfMode(mode, { text: typed.text, trust, isVerified, verdict });
    if (ruling.do === 'refuse') return { ...kept, refuse: { code: ruling.code } };
    const held = holdOf(ruling, { isWatched, burst: screened.burst });
    return held ? { ...kept, ...held, review: await this.reviewOf(request.topic, screened, trust) } : kept;
  }

  /** Once the log has refused: whoever is muted for their words is, before they are told. A retry that is known is never refused, so nobody is muted twice for one message. */
  async refusal({ code, rule, mutes }: Refusing, { user, topic }: { user: string; topic: string }): Promise<HubError> {
    if (mutes) await this.mutes.mute({ user, topic, rule: HouseRule.safeParse(rule).data ?? 'other' });
    return new HubError(code, { field: 'text', rule });
  }

  /** The retry of what was refused before is refused alike, whatever the lists say by now; it can be appealed against. */
  async refusedBefore(id: string): Promise<HubError | undefined> {
    const rule = await this.refused.ruleOf(id);
    return rule === undefined ? undefined : new HubError('message.rejected', { field: 'text', rule });
  }

  private async reviewOf(topic: string, { findings, burst, masked, screening }: Screened, trust: Trust): Promise<Review> {
    const scope = await this.scopes.of(topic);
    return { ...scope, level: levelOf(findings), findings, screening, trust, ...(burst && { burst }), ...(masked && { masked }) };
  }
}

const withName = (words: KeptWords, name: string): Judgement => (words.ok ? { ...words, name } : words);

/** Why somebody looks first. A new guest where somebody was just banned waits whatever they say; a mere delay does not outweigh it. */
function holdOf(
  ruling: Exclude<Ruling, { do: 'refuse' }>,
  { isWatched, burst }: { isWatched: boolean; burst?: string },
): { hold: string; holdMs?: number } | undefined {
  const why = ruling.do === 'hold' ? ruling.why : undefined;
  if (why === 'risky') return { hold: burst ? 'burst' : 'screening' };
  if (isWatched && (why === undefined || why === 'delayed')) return { hold: 'newcomer' };
  return ruling.do === 'hold' ? { hold: ruling.why, ...(ruling.holdMs && { holdMs: ruling.holdMs }) } : undefined;
}
