import type { Snapshot } from '@yunhui/contracts';

/** The number of what was said last in a topic. */
export async function newestNumber(address: string, topic: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/topics/${topic}/snapshot`);
  return ((await answer.json()) as Snapshot).seq;
}
