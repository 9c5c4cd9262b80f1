import type { FormField, ReturnCode, ReturnReason } from '@yunhui/contracts';

/** Every reason there is, in the order in which it is offered. */
export const returnCodes = [
  'incomplete',
  'wrong-name',
  'wrong-time',
  'unplayable',
  'no-basis',
  'vague',
  'mismatch',
  'unsafe',
  'other',
] as const satisfies readonly ReturnCode[];

/** What one is about to send back: by part of the form, why. Nothing is sent before one says so. */
export type ReturnDraft = ReadonlyMap<FormField, { code: ReturnCode; note: string }>;
export const noDraft: ReturnDraft = new Map();

/** The reason that is most often the one of a part; another is one tap away. */
const usualCode: { [Field in FormField]?: ReturnCode } = {
  hosts: 'wrong-name',
  undertakers: 'wrong-name',
  coOrganizers: 'wrong-name',
  time: 'wrong-time',
  sessions: 'unplayable',
  riskPlan: 'unsafe',
  audience: 'mismatch',
};

/** Marks a part to go back, or leaves it as it is. */
export function toggled(draft: ReturnDraft, field: FormField): ReturnDraft {
  const next = new Map(draft);
  if (!next.delete(field)) next.set(field, { code: usualCode[field] ?? 'vague', note: '' });
  return next;
}

export function reasoned(draft: ReturnDraft, field: FormField, reason: { code?: ReturnCode; note?: string }): ReturnDraft {
  const known = draft.get(field);
  return known ? new Map(draft).set(field, { ...known, ...reason }) : draft;
}

export function reasonsOf(draft: ReturnDraft): ReturnReason[] {
  return [...draft].map(([field, { code, note }]) => ({ field, code, ...(note.trim() !== '' && { note: note.trim() }) }));
}
