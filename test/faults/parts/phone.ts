/**
 * A phone with the product's client in a process of its own, so that it can be put to sleep as phones are: all
 * of it, at once, without a word. Says its position whenever that changes: `node phone.ts ADDRESS TOPIC`.
 */
import { createRealtimeClient } from '@yunhui/realtime-client';

const [url = '', topic = ''] = process.argv.slice(2);
const client = createRealtimeClient({
  url,
  ticket: async () => undefined,
  lifecycle: (woke) => {
    process.on('SIGCONT', woke);
    return () => process.off('SIGCONT', woke);
  },
});
client.follow(topic, () => {
  const { status, seq } = client.viewOf(topic);
  process.stdout.write(`${JSON.stringify({ status, seq })}\n`);
});
