import type { Page } from '@playwright/test';
import type { Lobby } from '@yunhui/contracts';

/**
 * The lobby as a page finds it that is quicker than the hub's first look at the streams: nothing is live yet. Its connection
 * waits until the answer is called, and then brings what is so.
 */
export async function beforeAnyIsLive(page: Page): Promise<() => void> {
  const { promise: connecting, resolve: connect } = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/rt\//, async (socket) => {
    await connecting;
    socket.connectToServer();
  });
  await page.route('**/api/v1/campaigns/*/lobby', async (route) => {
    const response = await route.fetch();
    const lobby = (await response.json()) as Lobby;
    const channels = lobby.channels.map((channel) => (channel.state === 'live' ? { ...channel, state: 'due' } : channel));
    await route.fulfill({ response, json: { ...lobby, epoch: 'before', channels } });
  });
  return connect;
}
