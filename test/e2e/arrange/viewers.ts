import { expect } from '@playwright/test';
import type { LinkSeen } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';

/** Four viewers who are no browsers, with a socket each, saying the same of a link. */
export async function fourMore(address: string, channel: string, seen: LinkSeen): Promise<Disposable> {
  const clients = Array.from({ length: 4 }, () => createRealtimeClient({ url: address, ticket: async () => undefined }));
  await expect.poll(() => clients.every(({ connection }) => connection.status === 'connected')).toBe(true);
  for (const client of clients) client.report({ channel, links: [seen] });
  return {
    [Symbol.dispose]: () => {
      for (const client of clients) client.close();
    },
  };
}
