import type { HouseRule, PersonFile, PlaceSanction } from '@yunhui/contracts';

/** What a moderator does with a message and who said it, as the sheet asks for it. */
export type Treatment = {
  act: 'retract' | 'warn' | 'mute' | 'ban';
  rule: HouseRule;
  durationMs: number;
  /** Also takes back what they said in the last minutes; 0 takes back this message alone, or none. */
  hideMinutes: number;
  scope: string;
};

const hour = 3_600_000;
/** How long a ban may be, of those that are offered. */
export const banLengthsMs = [hour, 24 * hour, 7 * 24 * hour, 30 * 24 * hour] as const;

/** The treatment that is proposed: the ladder's next step, for the usual reason, where the message was said. */
export function proposedTreatment({ proposed }: Pick<PersonFile, 'proposed'>, scope: string): Treatment {
  return { act: 'mute', rule: 'flame', durationMs: proposed.durationMs ?? 10_000, hideMinutes: 0, scope };
}

/** What the hub is asked for; nothing when only the message goes. */
export function sanctionOf(
  { act, rule, durationMs, hideMinutes, scope }: Treatment,
  message: { topic: string; id: string; author: { id: string } },
  id: string,
): PlaceSanction | undefined {
  if (act === 'retract') return undefined;
  const evidence = [{ topic: message.topic, id: message.id }];
  const base = { id, kind: act, user: message.author.id, scope, rule, evidence };
  return { ...base, ...(act !== 'warn' && { durationMs }), ...(hideMinutes > 0 && { hideMinutes }) };
}

/** How long something lasts, in the largest unit that counts it whole. */
export function lengthOf(ms: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  if (ms >= 2 * 24 * hour && ms % (24 * hour) === 0) return { unit: 'days', count: ms / (24 * hour) };
  if (ms % hour === 0) return { unit: 'hours', count: ms / hour };
  if (ms % 60_000 === 0) return { unit: 'minutes', count: ms / 60_000 };
  return { unit: 'seconds', count: Math.round(ms / 1_000) };
}
