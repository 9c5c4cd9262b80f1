const waiting = new Set<() => void>();
let asked = false;

function runAll(): void {
  asked = false;
  const now = [...waiting];
  waiting.clear();
  for (const act of now) act();
}

/**
 * `act` at most once for each picture of the screen, however often it is asked for: a busy room speaks more often than
 * anybody can see. It runs after a picture rather than before it, in a task of its own, so that drawing and painting
 * together do not hold up a slow phone. A hidden page draws nothing, and catches up when it is shown.
 */
export function perFrame(act: () => void): { ask: () => void; cancel: () => void } {
  return {
    ask: () => {
      waiting.add(act);
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => setTimeout(runAll));
    },
    cancel: () => void waiting.delete(act),
  };
}
