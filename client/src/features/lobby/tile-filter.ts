import type { DayAxis, LobbyChannel } from '@yunhui/contracts';
import { provinceOf } from '../../ui/element/face.js';

/** What the reader wants to see of the lobby. It stands in the address, so it may be anything. */
export type Wanted = {
  region?: string | undefined;
  form?: string | undefined;
  /** Only these, which are the channels that this device follows. */
  followed?: readonly string[] | undefined;
};

export type Choice = { key: string; count: number };

/** Whether a channel is of a region: its own, or the province-level unit that it lies in. */
const isOf = ({ region }: LobbyChannel, wanted: string): boolean => region === wanted || provinceOf(region)?.key === wanted;

/** Whether a channel is wanted. What has no session has no form, so it is gone as soon as one is asked for. */
export function isWanted(channel: LobbyChannel, { region, form, followed }: Wanted): boolean {
  return (
    (region === undefined || isOf(channel, region)) &&
    (form === undefined || channel.session?.form === form) &&
    (followed === undefined || followed.includes(channel.slug))
  );
}

function counted(keys: readonly (string | undefined)[]): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}

/** Forms to choose from and how many channels each would show beside what else is chosen; most first. What is chosen stays, with 0. */
export function formChoices(channels: readonly LobbyChannel[], { form, ...others }: Wanted): readonly Choice[] {
  const forms = counted(channels.filter((channel) => isWanted(channel, others)).map(({ session }) => session?.form));
  const ordered = forms.toSorted((one, other) => other.count - one.count || one.key.localeCompare(other.key));
  return form === undefined || forms.some(({ key }) => key === form) ? ordered : [...ordered, { key: form, count: 0 }];
}

/** How many channels each province-level unit would show beside what else is chosen, by its key. */
export function regionCounts(channels: readonly LobbyChannel[], { form, followed }: Wanted): ReadonlyMap<string, number> {
  const keys = channels.filter((channel) => isWanted(channel, { form, followed })).map(({ region }) => provinceOf(region)?.key);
  return new Map(counted(keys).map(({ key, count }) => [key, count]));
}

/** Since when there has been something to watch without a hole; nothing outside service hours, and within a gap. */
export function unbrokenSince({ from, to, stretches }: DayAxis, now: number): number | undefined {
  if (now < from || now >= to) return undefined;
  const begun = stretches.filter((stretch) => stretch.kind === 'gap' && stretch.from <= now).at(-1);
  if (!begun) return from;
  return begun.to > now ? undefined : begun.to;
}
