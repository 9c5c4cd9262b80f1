import { layProgramme, shanghaiDay, type LaidSession } from '@yunhui/demo';
import { Client } from 'pg';
import { startHub, type Settings, type SpawnedHub } from '../../harness/hub.js';

const quietBeforeMs = 30 * 60_000;

/** A session of today's programme with nothing on its channel in the half hour before. */
export function aSessionAfterSilence(): LaidSession {
  const sessions = layProgramme(shanghaiDay(Date.now()));
  const found = sessions.find(({ channel, startsAt }) => {
    const others = sessions.filter((other) => other.channel === channel && other.startsAt < startsAt);
    return others.length > 0 && others.every(({ endsAt }) => endsAt < startsAt - quietBeforeMs);
  });
  if (!found) throw new Error('the demo programme has no session after a silence');
  return found;
}

const clockAt = (moment: number): Settings => ({ CLOCK_AT: new Date(moment).toISOString() });

/** A hub's first start is this much earlier by its clock, so that the second does not go back in time. */
const earlierMs = 5 * 60_000;

/**
 * A hub that is ready `leadMs` before `moment` by its clock, on a machine however slow: it is started twice, and the clock of
 * the second start allows for the time that the first one took, which had more to do.
 */
export async function aHubBefore(moment: number, leadMs: number, settings: Settings = {}): Promise<SpawnedHub> {
  const begunAt = Date.now();
  const hub = await startHub({ ...settings, ...clockAt(moment - leadMs - earlierMs) });
  const startMs = Date.now() - begunAt;
  await hub.kill('SIGTERM');
  await hub.start(clockAt(moment - leadMs - startMs));
  return hub;
}

/** When the session's playlist is first there to be read, looked at four times a second. */
export async function firstGoodPlaylist(address: string, { channel }: LaidSession, withinMs: number): Promise<number> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/demo/hls/${channel}/master.m3u8`);
    if (answer.ok && (await answer.text()).startsWith('#EXTM3U')) return Date.now();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the stream of ${channel} did not appear`);
}

/** Points the live links of a channel elsewhere, as an approved link does. Only beside PostgreSQL: the embedded store is its hub's alone. */
export async function leadsTo(databaseUrl: string, channel: string, playlist: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("update stream_links set url = $1 where channel = $2 and kind = 'hls-live'", [
      playlist,
      channel,
    ]);
    if (!rowCount) throw new Error(`${channel} has no live link`);
  } finally {
    await client.end();
  }
}

/** Points the links of the session's channel at a stream that never comes. */
export const losesItsStream = (databaseUrl: string, { channel }: LaidSession): Promise<void> =>
  leadsTo(databaseUrl, channel, '/demo/hls/no-such-channel/master.m3u8');
