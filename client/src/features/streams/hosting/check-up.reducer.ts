import type { CheckStep, CheckUp, CheckUpLine } from '@yunhui/contracts';

type Step = { step: CheckStep; state: 'good' | 'bad' | 'skipped' };

/** A check-up as far as it has come. What was seen of one that broke off stays to be read. */
export type CheckUpState =
  | { phase: 'idle' }
  | { phase: 'running'; address: string; steps: readonly Step[]; slow: boolean }
  | { phase: 'done'; steps: readonly Step[]; outcome: CheckUp }
  | { phase: 'broken'; address: string; steps: readonly Step[]; error: unknown };

export type CheckUpEvent =
  | { type: 'begun'; address: string }
  | { type: 'line'; line: CheckUpLine }
  /** It takes longer than a check-up may. */
  | { type: 'slow' }
  | { type: 'broken'; error: unknown };

export const notChecked: CheckUpState = { phase: 'idle' };

/** What a line, or its absence, makes of a check-up. Lines of one that is over are not heard any more. */
export function nextCheckUp(state: CheckUpState, event: CheckUpEvent): CheckUpState {
  if (event.type === 'begun') return { phase: 'running', address: event.address, steps: [], slow: false };
  if (state.phase !== 'running') return state;
  switch (event.type) {
    case 'slow':
      return { ...state, slow: true };
    case 'broken':
      return { phase: 'broken', address: state.address, steps: state.steps, error: event.error };
    case 'line':
      return heard(state, event.line);
  }
}

function heard(state: Extract<CheckUpState, { phase: 'running' }>, line: CheckUpLine): CheckUpState {
  if (line.line === 'outcome') return { phase: 'done', steps: state.steps, outcome: line.outcome };
  const { step, state: found } = line;
  return { ...state, steps: [...state.steps.filter((known) => known.step !== step), { step, state: found }] };
}
