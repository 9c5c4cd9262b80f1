import { setTimeout as sleep } from 'node:timers/promises';
import type { Filing, Review } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { aFiler, onSite } from '../../harness/filer.js';
import { type SignedIn, signedIn } from '../../harness/signed-in.js';
import { faultSize, note } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { rowsOf } from '../parts/staff.js';

const { of, random, within } = faultSize;
/** What can be undone for 30 s is published after it; the worker looks each two seconds. */
const publishedWithinMs = 40_000;
const looksAgainMs = 5_000;
/** Its ladder has one level, which two reviewers of the demo decide. */
const unit = 'gx-nature-museum';

type Collision = Partial<Review> & { code?: string; review?: Review };
/** What the database has of a filing: where it stands, its steps in order, and its acts in the audit. */
type Kept = { state: string; version: number; steps: string[]; acts: string[] };

/** Reviewers who decide at once, and processes that die in a decision: each filing has one, and it is carried out once. */
export function approvalRows(cluster: () => Cluster): void {
  const keptOf = async (id: string): Promise<Kept | undefined> => {
    const [kept] = await rowsOf<Kept>(
      cluster().postgres.url,
      `select f.state, f.version,
         array(select event from filing_steps s where s.filing = f.id order by version) as steps,
         array(select act from audit_entries a where a.subject = f.id::text order by at, id) as acts
       from filings f where f.id = $1`,
      [id],
    );
    return kept;
  };

  test('registration: a node killed as an approval has committed, and the worker as it is published; it is decided once and published once', async () => {
    const { webs, worker } = cluster();
    const [first, second] = webs;
    const filing = await (await aFiler(second.address)).submit(unit, { title: '审批途中断电' });
    const [one, other] = await Promise.all([signedIn(first.address, 'province'), signedIn(second.address, 'province2')]);
    await first.strikeAtNextCommit('SIGKILL'); // its next entry is the desks' hint of the approval
    await passes(one, filing).catch(() => undefined);
    expect(await passes(other, filing)).toMatchObject({ status: 409, body: { code: 'review.decided', review: { state: 'approved' } } });
    await worker.strikeAtNextCommit('SIGKILL'); // and this one’s the hint that it was published
    await expect.poll(() => isGone(first.address), { timeout: 5_000 }).toBe(true);
    await first.start();
    await expect.poll(() => isGone(worker.address), { timeout: within(publishedWithinMs), interval: 250 }).toBe(true);
    await worker.start();
    await expect.poll(async () => (await keptOf(filing.id))?.state, { timeout: within(publishedWithinMs) }).toBe('published');
    await sleep(looksAgainMs);
    expect(await keptOf(filing.id)).toMatchObject({
      steps: ['submit', 'approve', 'publish'],
      acts: ['filing.submit', 'filing.approve', 'filing.publish'],
    });
    const planned = 'select count(*)::int as n from sessions where activity = $1';
    expect(await rowsOf(cluster().postgres.url, planned, [filing.id])).toEqual([{ n: 1 }]);
    for (const { address } of webs)
      await expect.poll(() => scheduledAt(address), { timeout: within(5_000), interval: 250 }).toContain('预警怎样抢出几秒');
  });

  test('registration: two reviewers decide at the same moment on two nodes; one wins, the other is told what was decided', async () => {
    const { webs } = cluster();
    const filer = await aFiler(webs[0].address);
    const [one, other] = await Promise.all([signedIn(webs[0].address, 'province'), signedIn(webs[1].address, 'province2')]);
    const count = of(8, 60);
    const firsts = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const filing = await filer.submit(unit, { ...onSite, title: `两人同时审的第 ${i + 1} 项` });
      const isPassFirst = random() < 0.5;
      const first = isPassFirst ? passes(one, filing) : returns(other, filing);
      const second = isPassFirst ? returns(other, filing) : passes(one, filing);
      const [passed, returned] = await Promise.all(isPassFirst ? [first, second] : [second, first]);
      const winner = passed.status === 200 ? 'approved' : 'returned';
      expect([passed.status, returned.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
      const loser = passed.status === 200 ? returned : passed;
      expect(loser.body).toMatchObject({ code: 'review.decided', review: { id: filing.id, state: winner } });
      const act = winner === 'approved' ? 'approve' : 'return';
      expect(await keptOf(filing.id)).toEqual({
        state: winner,
        version: filing.version + 1,
        steps: ['submit', act],
        acts: ['filing.submit', `filing.${act}`],
      });
      firsts.set(winner, (firsts.get(winner) ?? 0) + 1);
    }
    note(`registration: ${count} filings decided by two at once, ${[...firsts].map(([state, n]) => `${n} ${state}`).join(', ')}`);
  });
}

const passes = (by: SignedIn, { id, version }: Filing) => by.post<Collision>(`reviews/${id}/approve`, { version });
const returns = (by: SignedIn, { id, version }: Filing) =>
  by.post<Collision>(`reviews/${id}/return`, { version, reasons: [{ field: 'audience', code: 'incomplete' }] });

async function isGone(address: string): Promise<boolean> {
  return fetch(`${address}/health/live`).then(
    () => false,
    () => true,
  );
}

async function scheduledAt(address: string): Promise<string> {
  const query = 'from=2023-09-28T00:00:00%2B08:00&to=2023-09-29T00:00:00%2B08:00';
  return await (await fetch(`${address}/api/v1/campaigns/bagui-2023/schedule?${query}`)).text();
}
