import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SignedIn } from '../../harness/signed-in.js';
import { aTicket } from '../../load/crowd.js';
import { faultSize, note } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { moderators, rowsOf } from '../parts/staff.js';

const room = 'room:deep-space';
const { random, within } = faultSize;

type HoldRow = { id: string; state: string; version: number; entries: number; verdicts: number };

/** Moderators who are in each other's way, and nodes that die under their hands: every message has one verdict, and it takes effect. */
export function queueRows(cluster: () => Cluster): void {
  const decided = (burst: string): Promise<HoldRow[]> =>
    rowsOf<HoldRow>(
      cluster().postgres.url,
      `select h.id, h.state, h.version, (select count(*)::int from topic_entries e where e.id = h.id) as entries,
         (select count(*)::int from audit_entries a where a.subject = h.id::text and a.act in ('hold.passed', 'hold.rejected')) as verdicts
       from holds h where h.burst = $1`,
      [burst],
    );

  test('moderation: ten moderators on one burst of 2,000 items; 0 conflicting verdicts', async () => {
    const { webs, postgres } = cluster();
    const burst = await aBurst(webs[0].address, postgres.url, 2_000);
    const ids = (await decided(burst)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(1_900);
    const staff = await moderators(10, { postgres: postgres.url, doors: webs.map(({ address }) => address) });
    const begunAt = performance.now();
    const [singly, bursts] = await Promise.all([
      Promise.all(staff.map((moderator, i) => decideSome(moderator, ids, i % 2 ? 'passed' : 'rejected'))),
      Promise.all(
        staff.map((moderator, i) => moderator.post(`moderation/bursts/${burst}/verdict`, { verdict: i % 2 ? 'passed' : 'rejected' })),
      ),
    ]);
    note(`moderation: ${ids.length} items and ten moderators, decided in ${Math.round(performance.now() - begunAt)} ms`);
    expect(bursts.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(bursts.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(conflictsIn(await decided(burst), singly.flat())).toEqual([]);
  });

  test('moderation: a node killed between a verdict’s commit and its word; it takes effect for everybody else', async () => {
    const { webs, postgres } = cluster();
    const [first, second] = webs;
    const [moderator] = await moderators(1, { postgres: postgres.url, doors: [first.address] });
    const id = await aHold(second.address, postgres.url);
    await first.strikeAtNextCommit('SIGKILL');
    await moderator?.post(`moderation/holds/${id}/verdict`, { version: 1, verdict: 'passed' }).catch(() => undefined);
    await expect.poll(() => shownAt(second.address, id), { timeout: within(2_500) + 1_500, interval: 50 }).toBe(true);
    await first.start();
    expect(await shownAt(first.address, id)).toBe(true);
  });

  test('moderation: a node killed in the middle of a burst’s verdict; others carry it out', async () => {
    const { webs, postgres } = cluster();
    const [first, second] = webs;
    const burst = await aBurst(second.address, postgres.url, 600);
    const [moderator] = await moderators(1, { postgres: postgres.url, doors: [first.address] });
    await first.strikeAtNextCommit('SIGKILL');
    await moderator?.post(`moderation/bursts/${burst}/verdict`, { verdict: 'passed' }).catch(() => undefined);
    const waiting = async () => (await decided(burst)).filter(({ state }) => state === 'held').length;
    await expect.poll(waiting, { timeout: within(5_000), interval: 100 }).toBe(0);
    expect(conflictsIn(await decided(burst), [])).toEqual([]);
    await first.start();
  });
}

/** One moderator's own tries at some of the items, beside the burst's verdict. */
async function decideSome(
  moderator: SignedIn,
  ids: readonly string[],
  verdict: 'passed' | 'rejected',
): Promise<{ id: string; verdict: string }[]> {
  const won: { id: string; verdict: string }[] = [];
  for (let i = 0; i < 20; i++) {
    const id = ids[Math.floor(random() * ids.length)] as string;
    const { status } = await moderator.post(`moderation/holds/${id}/verdict`, { version: 1, verdict });
    expect([200, 409]).toContain(status);
    if (status === 200) won.push({ id, verdict });
  }
  return won;
}

/** Whatever contradicts "one verdict each": two winners, a state that is no winner's, words shown that were rejected, or not shown that passed. */
function conflictsIn(rows: readonly HoldRow[], won: readonly { id: string; verdict: string }[]): string[] {
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return [
    ...rows.flatMap(({ id, state, version, entries, verdicts }) => [
      ...(state === 'passed' || state === 'rejected' ? [] : [`${id} is ${state}`]),
      ...(version === 2 ? [] : [`${id} was decided ${version - 1} times`]),
      ...(entries === (state === 'passed' ? 1 : 0) ? [] : [`${id} is ${state} and shown ${entries} times`]),
      ...(verdicts <= 1 ? [] : [`${id} has ${verdicts} verdicts in the audit`]),
    ]),
    ...won.flatMap(({ id, verdict }) => (states.get(id) === verdict ? [] : [`${id} was won as ${verdict} and is ${states.get(id)}`])),
    ...(new Set(won.map(({ id }) => id)).size === won.length ? [] : ['an item was won twice']),
  ];
}

let bursts = 0;

/** A crowd says nearly the same at one node: what is held of it is one burst. */
async function aBurst(address: string, postgres: string, size: number): Promise<string> {
  const each = 18;
  const words = `大家一起来刷这一句话${'甲乙丙丁戊己'[(bursts += 1)] ?? '庚'}字第几号我们都在这里等着看`;
  const people = Math.ceil(size / each) + 1;
  for (let i = 0; i < people; i += 15) {
    const crowd = Array.from({ length: Math.min(15, people - i) }, (_, at) => aTicket(address, `看客${i + at}`));
    await Promise.all((await Promise.all(crowd)).map((ticket) => speak(address, ticket, words, each)));
  }
  const counted = () =>
    rowsOf<{ burst: string; n: number }>(
      postgres,
      `select burst, count(*)::int as n from holds where burst is not null and state = 'held' group by burst order by n desc`,
    );
  const [largest] = await counted();
  expect(largest?.n).toBeGreaterThan(size * 0.9);
  return largest?.burst as string;
}

async function speak(address: string, ticket: string, words: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await said(address, ticket, `${words} ${i}`);
}

async function said(address: string, ticket: string, text: string, id = randomUUID()): Promise<string> {
  const answer = await fetch(`${address}/api/v1/topics/${room}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Ticket ${ticket}` },
    body: JSON.stringify({ id, kind: 'chat', text }),
  });
  expect(answer.status).toBe(200);
  return id;
}

/** One message that waits: two of a kind are heard, the third is looked at first. */
async function aHold(address: string, postgres: string): Promise<string> {
  const ticket = await aTicket(address, '等一等');
  let id = '';
  for (let i = 0; i < 3; i++) id = await said(address, ticket, `一遍一遍地说同一句话 ${i}`);
  expect(await rowsOf(postgres, `select 1 from holds where id = $1 and state = 'held'`, [id])).toHaveLength(1);
  return id;
}

async function shownAt(address: string, id: string): Promise<boolean> {
  const snapshot = await (await fetch(`${address}/api/v1/topics/${room}/snapshot`)).text();
  return snapshot.includes(id);
}
