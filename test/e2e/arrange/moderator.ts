import { randomUUID } from 'node:crypto';
import type {
  CutTarget,
  DecideHold,
  DutyStanding,
  QueueItem,
  QueuePage,
  ScreeningTerm,
  ScreeningTerms,
  ShieldList,
  ShieldMode,
  TopicMode,
  TopicModeStanding,
} from '@yunhui/contracts';
import { peopleActs, type PeopleActs } from './people-acts.js';
import { demoStaff, type Speaker } from './speakers.js';

/** What the demo's moderator does by HTTP, beside the pages that one looks at. */
export type Moderator = PeopleActs & {
  setMode(topic: string, mode: TopicMode): Promise<void>;
  raise(scope: string, mode: ShieldMode): Promise<void>;
  lift(scope: string): Promise<void>;
  /** A sign of life of the cockpit. */
  beOnDuty(scope: string): Promise<DutyStanding>;
  modeOf(topic: string): Promise<TopicMode>;
  /** What waits for a verdict now. */
  held(): Promise<QueueItem[]>;
  /** Decides what somebody said with these words. */
  decide(words: string, verdict: Omit<DecideHold, 'version'>): Promise<void>;
  /** Rejects whatever waits and lifts every shield: what one journey leaves would be in the way of the next. */
  clearDesk(): Promise<void>;
  /** Has screening look for a word. */
  listTerm(term: ScreeningTerm): Promise<void>;
  /** Has it look no longer for these. */
  dropTerms(...words: string[]): Promise<void>;
  /** 即时阻断, and its undoing. */
  cut(target: CutTarget, id: string): Promise<void>;
  putBack(target: CutTarget, id: string): Promise<void>;
};

export async function aModerator(address: string, login: 'moderator' | 'moderator2' = 'moderator'): Promise<Moderator> {
  const speaker = await demoStaff(address, login);
  const send = (method: string, path: string, body?: object) => sent(address, speaker, { method, path, body });
  const ask = async (method: string, path: string, body?: object) => told(await send(method, path, body));
  return {
    ...peopleActs({ ask, send }),
    setMode: async (topic, mode) => void (await ask('PUT', `topics/${topic}/mode`, { mode })),
    raise: async (scope, mode) => void (await ask('POST', 'moderation/shields', { scope, mode, reason: '演练' })),
    lift: async (scope) => void (await ask('DELETE', `moderation/shields/${scope}`)),
    cut: async (target, id) => void (await ask('POST', 'cuts', { act: randomUUID(), target, id, reason: '演练' })),
    putBack: async (target, id) => void (await ask('DELETE', `cuts/${target}/${id}`)),
    beOnDuty: async (scope) => (await ask('POST', 'moderation/duty', { scopes: [scope] })) as DutyStanding,
    modeOf: async (topic) => ((await ask('GET', `topics/${topic}/mode`)) as TopicModeStanding).own,
    held: async () => ((await ask('GET', 'moderation/holds')) as QueuePage).items,
    decide: async (words, verdict) => {
      const { items } = (await ask('GET', `moderation/holds?q=${encodeURIComponent(words)}`)) as QueuePage;
      const [item] = items;
      if (!item || items.length > 1) throw new Error(`${items.length} messages wait with the words ${words}`);
      await ask('POST', `moderation/holds/${item.id}/verdict`, { version: item.version, ...verdict });
    },
    clearDesk: () => clearDesk(ask),
    listTerm: async (term) => void (await ask('POST', 'moderation/lists/terms', term)),
    dropTerms: async (...words) => {
      for (const word of words) {
        const { items } = (await ask('GET', `moderation/lists/terms?q=${encodeURIComponent(word)}`)) as ScreeningTerms;
        for (const { id } of items) await ask('DELETE', `moderation/lists/terms/${id}`);
      }
    },
  };
}

async function clearDesk(ask: (method: string, path: string, body?: object) => Promise<unknown>): Promise<void> {
  const { items: shields } = (await ask('GET', 'moderation/shields')) as ShieldList;
  for (const { scope } of shields) await ask('DELETE', `moderation/shields/${scope}`);
  for (;;) {
    const { items } = (await ask('GET', 'moderation/holds')) as QueuePage;
    if (items.length === 0) return;
    for (const { id, version, burst } of items) {
      if (burst) await ask('POST', `moderation/bursts/${encodeURIComponent(burst.id)}/verdict`, { verdict: 'rejected' });
      else await ask('POST', `moderation/holds/${id}/verdict`, { version, verdict: 'rejected' });
    }
  }
}

type Asked = { method: string; path: string; body?: object | undefined };

function sent(address: string, { ticket }: Speaker, { method, path, body }: Asked): Promise<Response> {
  const headers = { authorization: `Ticket ${ticket}`, ...(body && { 'content-type': 'application/json' }) };
  return fetch(`${address}/api/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

async function told(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
