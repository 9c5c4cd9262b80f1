import { Lobby, SignedIn } from '@yunhui/contracts';

/** The hub did not answer an HTTP request of a visitor as wished. */
export class HubUnwilling extends Error {
  override readonly name = 'HubUnwilling';

  constructor(
    what: string,
    readonly status: number,
    /** As the hub asks in its problem, if it does. */
    readonly retryAfterMs?: number,
  ) {
    super(`${what}: ${status}`);
  }
}

/** Who a demo visitor says they are. */
export type DemoGuest = { name: string; region: string };

/** Becomes a guest. The cookie beside the ticket is not kept: a visitor speaks by socket only. */
export async function becomeGuest(url: string, { name, region }: DemoGuest, signal: AbortSignal): Promise<string> {
  const response = await fetch(new URL('/api/v1/guests', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ displayName: name, region }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });
  return SignedIn.parse(await bodyOf(response, 'becoming a guest')).ticket;
}

/** The channels of a campaign that are live by the hub's word, not by the programme's. */
export async function liveChannels(url: string, campaign: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(new URL(`/api/v1/campaigns/${campaign}/lobby`, url), {
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });
  const { channels } = Lobby.parse(await bodyOf(response, 'reading the lobby'));
  return channels.filter(({ state }) => state === 'live').map(({ slug }) => slug);
}

async function bodyOf(response: Response, what: string): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const asked =
    typeof body === 'object' && body !== null && 'retryAfterMs' in body && typeof body.retryAfterMs === 'number'
      ? body.retryAfterMs
      : undefined;
  throw new HubUnwilling(what, response.status, asked);
}
