import type { DutyStanding, ShieldMode, TopicMode } from '@yunhui/contracts';
import { demoStaff, type Speaker } from './speakers.js';

/** What the demo's moderator does by HTTP, beside the pages that one looks at. */
export type Moderator = {
  setMode(topic: string, mode: TopicMode): Promise<void>;
  raise(scope: string, mode: ShieldMode): Promise<void>;
  lift(scope: string): Promise<void>;
  /** A sign of life of the cockpit. */
  beOnDuty(scope: string): Promise<DutyStanding>;
};

export async function aModerator(address: string): Promise<Moderator> {
  const speaker = await demoStaff(address, 'moderator');
  const ask = (method: string, path: string, body?: object) => asked(address, speaker, { method, path, body });
  return {
    setMode: async (topic, mode) => void (await ask('PUT', `topics/${topic}/mode`, { mode })),
    raise: async (scope, mode) => void (await ask('POST', 'moderation/shields', { scope, mode, reason: '演练' })),
    lift: async (scope) => void (await ask('DELETE', `moderation/shields/${scope}`)),
    beOnDuty: async (scope) => (await ask('POST', 'moderation/duty', { scopes: [scope] })) as DutyStanding,
  };
}

async function asked(
  address: string,
  { ticket }: Speaker,
  { method, path, body }: { method: string; path: string; body?: object | undefined },
): Promise<unknown> {
  const answer = await fetch(`${address}/api/v1/${path}`, {
    method,
    headers: { authorization: `Ticket ${ticket}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
