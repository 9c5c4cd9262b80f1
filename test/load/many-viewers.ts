import type { JoinTopics } from '@yunhui/contracts';
import { CountingSocket } from './counting-socket.js';

const comingAtOnce = 50;

/** So many viewers who joined the same. They come in a few at a time: a rush at the door is another measurement. */
export async function gather(url: string, count: number, join: JoinTopics): Promise<CountingSocket[]> {
  const viewers: CountingSocket[] = [];
  while (viewers.length < count) {
    const next = Math.min(comingAtOnce, count - viewers.length);
    viewers.push(...(await Promise.all(Array.from({ length: next }, () => CountingSocket.connect(url, join)))));
  }
  return viewers;
}
