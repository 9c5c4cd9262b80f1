const beatMs = 10;

/** Calls `act` for 0 to `count − 1`, each at its time; after a pause of ours what is due is made up for. */
export function inBeats(count: number, perSecond: number, act: (index: number) => void): Promise<void> {
  const began = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    if (count === 0) return resolve();
    const beat = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - began) * perSecond) / 1_000));
      while (done < due) act(done++);
      if (done < count) return;
      clearInterval(beat);
      resolve();
    }, beatMs);
  });
}
