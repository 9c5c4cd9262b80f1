import { StartRefused } from '../start-refused.js';
import type { RedisClient } from './client.js';

/** What an external Redis must be. One that evicts would drop jobs and topic state without a word. */
export async function refuseUnfitRedis(client: RedisClient): Promise<void> {
  const facts = parseInfo(await client.info());
  const version = facts.get('valkey_version') ?? facts.get('redis_version') ?? '0';
  if (Number.parseInt(version, 10) < 7) {
    throw new StartRefused(`REDIS_URL is version ${version}; the hub needs Redis or Valkey 7 or newer`);
  }
  const policy = facts.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    throw new StartRefused(
      `REDIS_URL evicts keys (maxmemory-policy ${policy}); set it to noeviction: CONFIG SET maxmemory-policy noeviction`,
    );
  }
}

/** The `name:value` lines of INFO. */
export function parseInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 && !line.startsWith('#') ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
    }),
  );
}
