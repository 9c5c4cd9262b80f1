import type { Channel } from '@yunhui/contracts';

/** The sources of a channel, best first, by id. */
export async function linksOf(address: string, channel: string): Promise<string[]> {
  const { links } = (await (await fetch(`${address}/api/v1/channels/${channel}`)).json()) as Channel;
  return links.map(({ id }) => id);
}
