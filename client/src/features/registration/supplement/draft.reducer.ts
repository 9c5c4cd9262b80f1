import type { Supplement, SupplementContent } from '@yunhui/contracts';
import { blankSupplement } from '@yunhui/domain';

/** How what is written stands to what the hub keeps. Nothing is let go of before the hub has it. */
type Saving =
  | { phase: 'saved' }
  | { phase: 'unsaved' }
  | { phase: 'saving'; sent: SupplementContent }
  | { phase: 'offline' }
  | { phase: 'failed'; error: unknown }
  /** Somebody else was first, or it has locked: what is written here stays until one of the two is chosen. */
  | { phase: 'changed'; theirs: Supplement };

export type DraftState = { kept: Supplement; content: SupplementContent; saving: Saving };

export type DraftEvent =
  | { type: 'edited'; content: SupplementContent }
  | { type: 'sent' }
  | { type: 'kept'; supplement: Supplement }
  | { type: 'lost'; error: unknown; isOffline: boolean }
  | { type: 'clashed'; theirs: Supplement }
  | { type: 'took-mine' }
  | { type: 'took-theirs' };

/** What this device kept because the hub had not got it, with the version it was written on. The list of people is not among it: devices are shared. */
export type LeftOver = { version: number; content: Omit<SupplementContent, 'workerList'> };

/** Opens a draft. What was left over of it goes on where it was, also what an older page has left; if the hub has a newer one, somebody has to choose. */
export function openedDraft(kept: Supplement, left: LeftOver | undefined): DraftState {
  const { workerList } = kept.content;
  const content = left ? { ...blankSupplement, ...left.content, ...(workerList !== undefined && { workerList }) } : kept.content;
  if (isSame(content, kept.content)) return { kept, content: kept.content, saving: { phase: 'saved' } };
  return { kept, content, saving: left?.version === kept.version ? { phase: 'unsaved' } : { phase: 'changed', theirs: kept } };
}

/** What an event makes of a draft. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited': {
      const isHeld = state.saving.phase === 'saving' || state.saving.phase === 'changed';
      return { ...state, content: event.content, saving: isHeld ? state.saving : { phase: 'unsaved' } };
    }
    case 'sent':
      return { ...state, saving: { phase: 'saving', sent: state.content } };
    case 'kept': {
      const wasEdited = state.saving.phase === 'saving' && state.saving.sent !== state.content;
      return { ...state, kept: event.supplement, saving: { phase: wasEdited ? 'unsaved' : 'saved' } };
    }
    case 'lost':
      return { ...state, saving: event.isOffline ? { phase: 'offline' } : { phase: 'failed', error: event.error } };
    case 'clashed':
      return clashed(state, event.theirs);
    case 'took-mine':
      return state.saving.phase === 'changed' ? { ...state, kept: state.saving.theirs, saving: { phase: 'unsaved' } } : state;
    case 'took-theirs':
      if (state.saving.phase !== 'changed') return state;
      return { kept: state.saving.theirs, content: state.saving.theirs.content, saving: { phase: 'saved' } };
  }
}

/** An answer that was lost looks like somebody else: where both say the same, it was this page. */
function clashed(state: DraftState, theirs: Supplement): DraftState {
  const sent = state.saving.phase === 'saving' ? state.saving.sent : state.content;
  if (theirs.standing !== 'open' || !isSame(sent, theirs.content)) return { ...state, saving: { phase: 'changed', theirs } };
  return { ...state, kept: theirs, saving: { phase: sent === state.content ? 'saved' : 'unsaved' } };
}

/** The hub trims what it keeps, so spaces at the ends are no difference, and neither is a text that is empty. */
function isSame(one: SupplementContent, other: SupplementContent): boolean {
  return plain(one) === plain(other);
}

function plain({ pictures, photos, online, videos, news, scienceWorkers, workerList, summary }: SupplementContent): string {
  const addresses = [photos, online, videos, news].map((each) => each.map((address) => address.trim()));
  return JSON.stringify([pictures, addresses, scienceWorkers ?? null, workerList?.trim() ?? '', summary?.trim() ?? '']);
}
