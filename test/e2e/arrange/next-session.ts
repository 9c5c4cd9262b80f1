import type { Channel, Session } from '@yunhui/contracts';

/** What comes next on a channel, as the hub tells it to anybody. */
export async function nextSessionOf(address: string, channel: string): Promise<Session> {
  const { next } = (await (await fetch(`${address}/api/v1/channels/${channel}`)).json()) as Channel;
  if (!next) throw new Error(`nothing comes next on ${channel}`);
  return next;
}
