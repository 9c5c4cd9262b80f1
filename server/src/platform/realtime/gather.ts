type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void };

/**
 * Asks for many at once: what is asked within `forMs` goes out together, so that a crowd that arrives in one
 * moment costs a statement and not a statement each. `answer` answers in the order of the asked.
 */
export function gather<Ask, Answer>(
  forMs: number,
  most: number,
  answer: (asked: Ask[]) => Promise<Answer[]>,
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  const go = async (batch: Waiting<Ask, Answer>[]): Promise<void> => {
    try {
      const answers = await answer(batch.map(({ ask }) => ask));
      for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const leave = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) void go(batch);
  };
  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (waiting.length === 1) setTimeout(leave, forMs);
      if (waiting.length >= most) leave();
    });
}
