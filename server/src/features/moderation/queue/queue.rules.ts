import type { QueueScore, Risk } from '@yunhui/contracts';

/** Held items that nobody decides in this time run out, and the sender is told. */
export const expiresAfterMs = 600_000;
/** A verdict can be taken back from its row for so long. */
export const undoWithinMs = 30_000;
/** A claim that is not renewed ends. */
export const claimMs = 30_000;

/** How a level is drawn. */
export const riskOf = (level: number): Risk => (level >= 3 ? 'high' : level >= 1 ? 'medium' : 'low');

/**
 * Where an item stands: worse ones first, then what more people wait for, then what waits longer. The logarithms keep a full
 * room from hiding a small one, and an hour from outweighing a level. The store orders by the same formula (`scoreSql`).
 */
export function scoreOf({ level, viewers, ageMs }: { level: number; viewers: number; ageMs: number }): QueueScore {
  const terms = {
    level: level * 100,
    viewers: 20 * Math.log10(1 + viewers),
    age: 10 * Math.log2(1 + Math.max(0, ageMs) / 10_000),
  };
  return { ...terms, total: terms.level + terms.viewers + terms.age };
}

/** The undo's last moment; none where nobody decided, or where it was used. */
export function undoUntil({ decidedAt, isUndoable }: { decidedAt: number; isUndoable: boolean }): number | undefined {
  return isUndoable ? decidedAt + undoWithinMs : undefined;
}
