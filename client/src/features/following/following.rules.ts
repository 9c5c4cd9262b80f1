/** So many channels are followed at most: the list is drawn on the first page, and kept in a few kilobytes of the device. */
export const mostFollowed = 60;

/** A channel's name in addresses, as the hub makes them; anything else was not written by this page. */
const slug = /^[a-z0-9-]{1,64}$/;

/** The channels that this device follows, the newest first. What is no channel is left out. */
export function readFollowed(kept: string | undefined): readonly string[] {
  if (!kept) return [];
  try {
    const read: unknown = JSON.parse(kept);
    const slugs = Array.isArray(read) ? read.filter((one): one is string => typeof one === 'string' && slug.test(one)) : [];
    return [...new Set(slugs)].slice(0, mostFollowed);
  } catch {
    return [];
  }
}

/** With one more, first. Above the bound the one that was followed first goes. */
export const withFollowed = (followed: readonly string[], channel: string): readonly string[] =>
  [channel, ...followed.filter((one) => one !== channel)].slice(0, mostFollowed);

export const withoutFollowed = (followed: readonly string[], channel: string): readonly string[] =>
  followed.filter((one) => one !== channel);
