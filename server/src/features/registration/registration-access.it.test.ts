import { type Filing, type Grant, ReviewPage, Role } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';

/** Units of four places, and the scopes that review them, lowest first; the country reads all of them. */
const units = {
  'hengzhou-kexie': { home: '450181', ladder: ['450181', '450100', '450000'] },
  'gx-nature-museum': { home: '450000', ladder: ['450000'] },
  'guilin-kexie': { home: '450300', ladder: ['450300', '450000'] },
  'cn-moe': { home: 'LINE-MINISTRY', ladder: ['LINE-MINISTRY'] },
  'cn-rural-tech': { home: 'LINE-SOCIETY', ladder: ['LINE-SOCIETY'] },
} as const;
const above: Record<string, readonly string[]> = {
  '450181': ['450181', '450100', '450000', 'CN'],
  '450300': ['450300', '450000', 'CN'],
  '450000': ['450000', 'CN'],
  'LINE-MINISTRY': ['LINE-MINISTRY', 'CN'],
  'LINE-SOCIETY': ['LINE-SOCIETY', 'CN'],
};
const regions = ['CN', '450000', '450100', '450181', '450300', '510000', 'LINE-MINISTRY', 'LINE-SOCIETY'];
const walk = Role.options.flatMap((role) => regions.map((region): Grant => ({ role, region })));
const names = Object.keys(units) as (keyof typeof units)[];

let hub: FilingHub;
let filings: { unit: keyof typeof units; filing: Filing; draft: Filing }[];
beforeAll(async () => {
  hub = await startFilingHub();
  filings = [];
  for (const unit of names) {
    const filer = await hub.aFiler(unit);
    filings.push({ unit, filing: await hub.aSubmitted(filer, unit), draft: await hub.aDraft(filer, unit) });
  }
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const reads = ({ role, region }: Grant, unit: keyof typeof units) =>
  (role === 'reviewer' || role === 'operator') && (above[units[unit].home] ?? []).includes(region);
const decides = ({ role, region }: Grant, unit: keyof typeof units) => role === 'reviewer' && units[unit].ladder[0] === region;

describe('role × action × region', () => {
  test.each(walk)('a $role of $region', async (grant) => {
    const { cookie } = await hub.anAccount(grant);
    const opens = grant.role === 'reviewer' || grant.role === 'operator';
    for (const { unit, filing, draft } of filings) {
      const ask = async (path: string, body?: object) => (await hub.as(cookie, body ? 'POST' : 'GET', path, body)).status;
      const stale = { version: filing.version + 7 }; // whoever may decide is told that it is another by now: nothing is changed by the walk
      const reasons = [{ field: 'title', code: 'vague' }];
      const read = reads(grant, unit);
      expect(await ask(`reviews/${filing.id}`), `reads ${unit}`).toBe(!opens ? 403 : read ? 200 : 404);
      expect(await ask(`reviews/${filing.id}/history`), `reads the record of ${unit}`).toBe(!opens ? 403 : read ? 200 : 404);
      expect(await ask(`reviews/${draft.id}/history`), `reads the record of a draft of ${unit}`).toBe(opens ? 404 : 403);
      expect(await ask(`reviews/${draft.id}`), `reads a draft of ${unit}`).toBe(opens ? 404 : 403);
      for (const [verb, body] of [
        ['claim', stale],
        ['approve', stale],
        ['return', { ...stale, reasons }],
        ['object', { ...stale, reason: 'x' }],
        ['undo', stale],
        ['change/grant', stale],
        ['change/decline', { ...stale, reason: 'x' }],
      ] as const)
        expect(await ask(`reviews/${filing.id}/${verb}`, body), `${verb} ${unit}`).toBe(grant.role !== 'reviewer' ? 403 : read ? 409 : 404);
      // Of what has not ended there is no supplement, for whoever may know of it.
      const unlock = { ...stale, reason: 'x', until: '2023-09-09' };
      expect(await ask(`reviews/${filing.id}/supplement`), `supplement of ${unit}`).toBe(!opens ? 403 : read ? 409 : 404);
      expect(await ask(`reviews/${filing.id}/supplement/unlock`, unlock), `unlocks ${unit}`).toBe(
        grant.role !== 'reviewer' ? 403 : read ? 409 : 404,
      );
      expect(await ask(`reviews/${filing.id}/supplement/workers`, {}), `who took part in ${unit}`).toBe(
        grant.role !== 'reviewer' ? 403 : read ? 409 : 404,
      );
      const atOnce = { ...stale, reason: 'x', change: { kind: 'cancel' } };
      expect(await ask(`reviews/${filing.id}/programme`, atOnce), `calls off ${unit}`).toBe(!opens ? 403 : read ? 409 : 404);
      const scored = (await hub.as(cookie, 'PUT', `reviews/${filing.id}/scores`, { quality: 3 })).status;
      const isOnLadder = grant.role === 'reviewer' && units[unit].ladder.some((scope) => scope === grant.region);
      expect(scored, `scores ${unit}`).toBe(isOnLadder ? 200 : grant.role === 'reviewer' && !read ? 404 : 403);
      for (const [verb, body] of [
        ['', undefined],
        ['/findings', undefined],
        ['/submit', stale],
        ['/withdraw', { ...stale, reason: 'x' }],
        ['/changes', atOnce],
        ['/changes/recall', stale],
        ['/supplement', undefined],
        ['/supplement/hand-in', stale],
        ['/supplement/reopen', stale],
      ] as const)
        expect(await ask(`filings/${filing.id}${verb}`, body), `files ${verb} of ${unit}`).toBe(grant.role === 'host' ? 404 : 403);
      const card = read ? (await hub.as<{ mayDecide: boolean }>(cookie, 'GET', `reviews/${filing.id}`)).body.mayDecide : undefined;
      expect(card, `may decide ${unit}`).toBe(read ? decides(grant, unit) : undefined);
    }
  });

  test.each(walk.filter(({ role }) => role === 'reviewer' || role === 'operator'))(
    'a $role of $region is listed nothing else',
    async (grant) => {
      const { cookie } = await hub.anAccount(grant);
      const list = async (query: string) => {
        const { status, body } = await hub.as(cookie, 'GET', `reviews${query}`);
        return status === 200 ? new Set(ReviewPage.parse(body).items.map(({ id }) => id)) : status;
      };
      const ids = (which: (unit: keyof typeof units) => boolean) =>
        new Set(filings.flatMap(({ unit, filing }) => (which(unit) ? filing.id : [])));
      expect(await list('')).toEqual(ids((unit) => decides(grant, unit)));
      for (const scope of regions) {
        const covers =
          scope === grant.region || (above[scope] ?? [scope, ...(scope === '450100' ? ['450000'] : []), 'CN']).includes(grant.region);
        expect(await list(`?scope=${scope.toLowerCase()}`), scope).toEqual(
          covers ? ids((unit) => (above[units[unit].home] ?? []).includes(scope)) : 403,
        );
      }
    },
  );

  test('a viewer without a name is asked to sign in, a guest is refused', async () => {
    for (const { filing } of filings)
      for (const path of ['reviews', `reviews/${filing.id}`, 'filings', `filings/${filing.id}`])
        expect((await hub.ask(`/api/v1/${path}`)).status).toBe(401);
  });

  test('the level decides, and nobody else: neither above it, nor beside it, nor far away', async () => {
    for (const { unit, filing } of filings)
      for (const region of regions) {
        const { cookie } = await hub.anAccount({ role: 'reviewer', region });
        if (region === units[unit].ladder[0]) continue;
        const { status } = await hub.as(cookie, 'POST', `reviews/${filing.id}/approve`, { version: filing.version });
        expect(status, `${region} approves ${unit}`).toBe(reads({ role: 'reviewer', region }, unit) ? 403 : 404);
      }
    for (const { unit, filing } of filings) {
      const { cookie } = await hub.anAccount({ role: 'reviewer', region: units[unit].ladder[0] });
      expect((await hub.as(cookie, 'POST', `reviews/${filing.id}/approve`, { version: filing.version })).status, unit).toBe(200);
    }
  });
});
