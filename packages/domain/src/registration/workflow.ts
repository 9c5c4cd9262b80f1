import type { ActivityState, Role } from '@yunhui/contracts';

/** Who moves an activity: somebody with a role in its place, or the hub itself by the clock and the streams. */
export type Mover = Role | 'hub';

/** Everything that may happen to an activity. */
export type WorkflowEvent =
  | 'submit'
  | 'resubmit'
  | 'claim'
  | 'pass'
  | 'approve'
  | 'return'
  | 'object'
  | 'undo'
  | 'withdraw'
  | 'publish'
  | 'clash'
  | 'go-live'
  | 'end'
  | 'open-supplement'
  | 'summarise'
  | 'reopen'
  | 'unlock'
  | 'archive'
  | 'cancel'
  | 'postpone'
  | 'reschedule'
  | 'change'
  | 'ask'
  | 'recall'
  | 'endorse'
  | 'grant'
  | 'decline'
  | 'block'
  | 'unblock';

type Move = { to: ActivityState; by: readonly Mover[] };
type Moves = { [Event in WorkflowEvent]?: Move };

const host = ['host'] as const;
const reviewer = ['reviewer'] as const;
const hub = ['hub'] as const;
const owners = ['host', 'reviewer', 'operator'] as const;
const guards = ['moderator', 'operator'] as const;

const withdrawn: Moves = { withdraw: { to: 'withdrawn', by: host } };
/** What a level may make of what waits there. `pass` is an approval with levels above it; deciding is looking, so no claim is needed first. */
const decisions: Moves = {
  pass: { to: 'in-review', by: reviewer },
  approve: { to: 'approved', by: reviewer },
  return: { to: 'returned', by: reviewer },
  object: { to: 'returned', by: reviewer },
};
const waiting: Moves = { claim: { to: 'in-review', by: reviewer }, ...decisions, ...withdrawn };
const onProgramme: Moves = {
  cancel: { to: 'cancelled', by: owners },
  postpone: { to: 'postponed', by: owners },
  block: { to: 'blocked', by: guards },
};
/**
 * A host asks for what is to become of the programme, and the ladder passes it on (`endorse`), grants it at its last level, or
 * declines; the activity stays where it is meanwhile. `change` is what has become of single sessions or of its words. The hub
 * declines what the programme has no room for by then.
 */
const asking = (state: ActivityState): Moves => ({
  ask: { to: state, by: host },
  recall: { to: state, by: host },
  endorse: { to: state, by: reviewer },
  grant: { to: state, by: reviewer },
  decline: { to: state, by: ['reviewer', 'hub'] },
  undo: { to: state, by: reviewer },
});
const changing = (state: ActivityState): Moves => ({ ...asking(state), change: { to: state, by: ['reviewer', 'operator'] } });

/**
 * The life of an activity, on one page: from which state, by what, by whom, to which. What is not here is refused. A state
 * with no way out is final.
 */
export const workflow: Record<ActivityState, Moves> = {
  draft: { submit: { to: 'submitted', by: host }, ...withdrawn },
  submitted: waiting,
  'in-review': { ...decisions, ...withdrawn, undo: { to: 'in-review', by: reviewer } },
  returned: { resubmit: { to: 'resubmitted', by: host }, undo: { to: 'in-review', by: reviewer }, ...withdrawn },
  resubmitted: waiting,
  /** It clashes when its channel was given away meanwhile. */
  approved: {
    publish: { to: 'published', by: hub },
    clash: { to: 'returned', by: hub },
    undo: { to: 'in-review', by: reviewer },
    ...withdrawn,
  },
  published: { 'go-live': { to: 'live', by: hub }, end: { to: 'ended', by: hub }, ...onProgramme, ...changing('published') },
  live: { end: { to: 'ended', by: hub }, block: { to: 'blocked', by: guards }, ...changing('live') },
  ended: { 'open-supplement': { to: 'supplementing', by: hub } },
  supplementing: { summarise: { to: 'summarised', by: host }, archive: { to: 'archived', by: hub } },
  /** Until it locks, its host may take it back. */
  summarised: {
    reopen: { to: 'supplementing', by: host },
    unlock: { to: 'supplementing', by: reviewer },
    archive: { to: 'archived', by: hub },
  },
  archived: { unlock: { to: 'supplementing', by: reviewer } },
  postponed: { reschedule: { to: 'published', by: owners }, cancel: { to: 'cancelled', by: owners }, ...asking('postponed') },
  blocked: { unblock: { to: 'published', by: guards }, cancel: { to: 'cancelled', by: owners }, end: { to: 'ended', by: hub } },
  withdrawn: {},
  cancelled: {},
};

/** Where an activity stands: its state, and how far up the ladder it is, from 0. */
export type Standing = { state: ActivityState; level: number };

export type WorkflowVerdict = { allowed: true; next: Standing } | { allowed: false; why: 'state' | 'role' };

/**
 * What an event makes of an activity. A return sends it back to the first level, so that a resubmission climbs the whole
 * ladder; `pass` is refused at the top and `approve` below it, because only the last level approves. `undo` goes back to
 * `before`, the level at which the decision was made.
 */
export function advance(
  standing: Standing,
  event: WorkflowEvent,
  { by, levels, before = standing.level }: { by: Mover; levels: number; before?: number },
): WorkflowVerdict {
  const move = workflow[standing.state][event];
  if (!move) return { allowed: false, why: 'state' };
  if (!move.by.includes(by)) return { allowed: false, why: 'role' };
  const isTop = standing.level >= levels - 1;
  if ((event === 'pass' && isTop) || (event === 'approve' && !isTop)) return { allowed: false, why: 'state' };
  return { allowed: true, next: { state: move.to, level: levelAfter(standing.level, event, before) } };
}

function levelAfter(level: number, event: WorkflowEvent, before: number): number {
  if (event === 'pass') return level + 1;
  if (event === 'undo') return before;
  return event === 'resubmit' || event === 'submit' ? 0 : level;
}

/** Whether a host may change the form now. */
export function isEditable(state: ActivityState): boolean {
  return state === 'draft' || state === 'returned';
}

/** Whether its sessions may still be cancelled, postponed and changed. */
export function isOnProgramme(state: ActivityState): boolean {
  return state === 'published' || state === 'live' || state === 'postponed';
}

/** Whether it was on the programme once: from then on it is what was published, and not what was handed in. */
export function wasPublished(state: ActivityState): boolean {
  return isOnProgramme(state) || ['ended', 'supplementing', 'summarised', 'archived', 'cancelled', 'blocked'].includes(state);
}

/** Whether it waits for a reviewer. */
export function isWaiting(state: ActivityState): boolean {
  return state === 'submitted' || state === 'resubmitted' || state === 'in-review';
}
