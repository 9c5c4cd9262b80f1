import type { DutyStanding } from '@yunhui/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { beatDuty } from './use-modes.js';

const BEAT_MS = 60_000;
/** Who has not touched the desk for so long does not look after anything. */
const IDLE_MS = 120_000;
/** So soon after a hand was on it the first beat is sent, and after it came back. */
const LOOK_MS = 1_000;

/** Says each minute that one is on duty, for as long as the desk is seen and used. `undefined`: one is not, yet or any more. */
export function useDuty(scopes: readonly string[], usedWithin: (ms: number) => boolean): DutyStanding | undefined {
  const [duty, setDuty] = useState<DutyStanding>();
  const queries = useQueryClient();
  const joined = scopes.join(' ');
  useEffect(() => {
    if (joined === '') return undefined;
    let lastBeat = Number.NEGATIVE_INFINITY;
    const look = () => {
      const used = usedWithin(IDLE_MS);
      if (!used) setDuty(undefined);
      if (!used || performance.now() - lastBeat < BEAT_MS) return;
      lastBeat = performance.now();
      const came = (standing: DutyStanding) => {
        setDuty(standing);
        void queries.invalidateQueries({ queryKey: ['desk', 'modes'] }); // rooms that nobody looked after are open again
      };
      // A beat that was lost is followed by the next one; the hub keeps one on duty longer than a minute.
      beatDuty(joined.split(' ')).then(came, () => undefined);
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [joined, usedWithin, queries]);
  return duty;
}
