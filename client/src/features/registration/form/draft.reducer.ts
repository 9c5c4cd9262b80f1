import type { ActivityForm, Filing } from '@yunhui/contracts';
import { differenceOf } from '@yunhui/domain';

/** How what is written stands to what the hub keeps. Nothing is let go of before the hub has it. */
export type Saving =
  | { phase: 'saved' }
  | { phase: 'unsaved' }
  | { phase: 'saving'; sent: ActivityForm }
  | { phase: 'offline' }
  | { phase: 'failed'; error: unknown }
  /** Somebody else was first: this page's form stays until one of the two is chosen. */
  | { phase: 'changed'; theirs: Filing };

/** `written` changes when the form is put in another's place, so that its fields are drawn anew. */
export type DraftState = { kept: Filing; form: ActivityForm; saving: Saving; written: number };

export type DraftEvent =
  | { type: 'edited'; form: ActivityForm }
  | { type: 'sent' }
  | { type: 'kept'; filing: Filing }
  | { type: 'lost'; error: unknown; isOffline: boolean }
  | { type: 'clashed'; theirs: Filing }
  | { type: 'took-mine' }
  | { type: 'took-theirs' }
  /** The form of before the choice, after all. */
  | { type: 'put-back'; form: ActivityForm };

/** A form that this device kept because the hub had not got it, with the version it was written on. */
export type LeftOver = { version: number; form: ActivityForm };

/** Opens a draft. What was left over of it goes on where it was; if the hub has a newer one, somebody has to choose. */
export function openedDraft(filing: Filing, left: LeftOver | undefined): DraftState {
  if (!left || isSame(left.form, filing.form)) return { kept: filing, form: filing.form, saving: { phase: 'saved' }, written: 0 };
  const saving: Saving = left.version === filing.version ? { phase: 'unsaved' } : { phase: 'changed', theirs: filing };
  return { kept: filing, form: left.form, saving, written: 0 };
}

/** What an event makes of a draft. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited': {
      const isHeld = state.saving.phase === 'saving' || state.saving.phase === 'changed';
      return { ...state, form: event.form, saving: isHeld ? state.saving : { phase: 'unsaved' } };
    }
    case 'sent':
      return { ...state, saving: { phase: 'saving', sent: state.form } };
    case 'kept': {
      const wasEdited = state.saving.phase === 'saving' && state.saving.sent !== state.form;
      return { ...state, kept: event.filing, saving: { phase: wasEdited ? 'unsaved' : 'saved' } };
    }
    case 'lost':
      return { ...state, saving: event.isOffline ? { phase: 'offline' } : { phase: 'failed', error: event.error } };
    case 'clashed':
      return clashed(state, event.theirs);
    case 'took-mine':
      return state.saving.phase === 'changed' ? { ...state, kept: state.saving.theirs, saving: { phase: 'unsaved' } } : state;
    case 'took-theirs':
      return state.saving.phase === 'changed' ? takenOver(state, state.saving.theirs) : state;
    case 'put-back':
      return { ...state, form: event.form, saving: { phase: 'unsaved' }, written: state.written + 1 };
  }
}

/** An answer that was lost looks like somebody else: where both say the same, it was this page. */
function clashed(state: DraftState, theirs: Filing): DraftState {
  const sent = state.saving.phase === 'saving' ? state.saving.sent : state.form;
  if (!isSame(sent, theirs.form)) return { ...state, saving: { phase: 'changed', theirs } };
  return { ...state, kept: theirs, saving: { phase: sent === state.form ? 'saved' : 'unsaved' } };
}

function takenOver(state: DraftState, theirs: Filing): DraftState {
  return { kept: theirs, form: theirs.form, saving: { phase: 'saved' }, written: state.written + 1 };
}

/** The hub trims what it keeps, so spaces at the ends are no difference. */
function isSame(one: ActivityForm, other: ActivityForm): boolean {
  return differenceOf(trimmed(one), trimmed(other)).length === 0;
}

function trimmed(form: ActivityForm): ActivityForm {
  return JSON.parse(JSON.stringify(form, (_, value: unknown) => (typeof value === 'string' ? value.trim() : value))) as ActivityForm;
}
