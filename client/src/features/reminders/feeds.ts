/** What a calendar can follow: a session, or everything of a campaign, a region or a channel. */
export type FeedScope = { campaign: string } & ({ session: string } | { region: string } | { channel: string } | { all: true });

function pathOf(scope: FeedScope): string {
  const feeds = `/feeds/${scope.campaign}`;
  if ('session' in scope) return `${feeds}/sessions/${scope.session}.ics`;
  if ('region' in scope) return `${feeds}/regions/${scope.region}/schedule.ics`;
  if ('channel' in scope) return `${feeds}/channels/${scope.channel}/schedule.ics`;
  return `${feeds}/schedule.ics`;
}

/** The feed twice: `webcal` opens the device's calendar, which asks for changes by itself; `file` is what it says today. */
export function feedAddresses(scope: FeedScope): { webcal: string; file: string } {
  const file = pathOf(scope);
  return { webcal: `webcal://${location.host}${file}`, file };
}
