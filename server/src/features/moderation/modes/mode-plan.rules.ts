import type { ModeCause, ShieldMode } from '@yunhui/contracts';
import { type UnattendedPlan, unattendedMode } from './duty/duty.rules.js';

/** A scope's shield as the plan has it; without a mode it was lifted, and only its version counts. */
type PlannedShield = { scope: string; version: number; mode: ShieldMode | null; reason: string };
/** Whether somebody looks after a scope. */
type PlannedDuty = { scope: string; version: number; attended: boolean };

/** All shields and duties under one number, read in one statement. Each row has the number under which it last changed. */
export type Plan = {
  version: number;
  isNight: boolean;
  nightVersion: number;
  shields: readonly PlannedShield[];
  duties: readonly PlannedDuty[];
};

/** Before anything was read: nothing is asked, and nobody's word passes, for no append has this number. */
export const noPlan: Plan = { version: 0, isNight: false, nightVersion: 0, shields: [], duties: [] };

/** What is asked of a place; `unattended` while nobody looks after it. `changedAt`: the number under which it last became other. */
export type Asked = { shields: readonly ShieldMode[]; unattended?: ShieldMode; changedAt: number; because: readonly ModeCause[] };

/** Whose duty is counted from the first start of a hub on. */
export const country = 'CN';

/**
 * Whether a moderator is on duty for a place: for itself, or for a region above it. Before anybody counts, in the first
 * moment of a new hub, everything is looked after.
 */
export function isLookedAfter(duties: readonly PlannedDuty[], path: readonly string[]): boolean {
  if (!duties.some(({ scope }) => scope === country)) return true;
  return duties.some(({ scope, attended }) => attended && path.includes(scope));
}

/**
 * What the plan asks of a place, by the region and those above it. `changedAt` only rises, for every change has a higher
 * number than all before; the night's counts only where it makes a difference. Without `duty` every place is looked after.
 */
export function askedOf({ shields, duties, isNight, nightVersion }: Plan, path: readonly string[], duty?: UnattendedPlan): Asked {
  const mine = <Row extends { scope: string }>(rows: readonly Row[]) => rows.filter(({ scope }) => path.includes(scope));
  const [over, looking] = [mine(shields), duty ? mine(duties) : []];
  const unattended = duty && !isLookedAfter(duties, path) ? unattendedMode(duty, isNight) : undefined;
  const raised = over.flatMap(({ scope, mode, reason }) => (mode ? [{ scope, mode, reason }] : []));
  return {
    shields: raised.map(({ mode }) => mode),
    unattended,
    changedAt: Math.max(0, unattended ? nightVersion : 0, ...[...over, ...looking].map(({ version }) => version)),
    because: [
      ...raised.map(({ scope, reason }) => ({ kind: 'shield' as const, scope, reason })),
      ...(unattended ? [{ kind: 'unattended' as const }] : []),
    ],
  };
}
