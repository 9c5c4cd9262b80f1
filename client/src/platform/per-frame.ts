const waiting = new Set<() => void>();
let asked = 0;

function runAll(): void {
  asked = 0;
  const now = [...waiting];
  waiting.clear();
  for (const act of now) act();
}

/**
 * `act` at most once for each picture of the screen, however often it is asked for: a busy room speaks more often than
 * anybody can see. A hidden page draws nothing, and catches up when it is shown.
 */
export function perFrame(act: () => void): { ask: () => void; cancel: () => void } {
  return {
    ask: () => {
      waiting.add(act);
      asked ||= requestAnimationFrame(runAll);
    },
    cancel: () => void waiting.delete(act),
  };
}
