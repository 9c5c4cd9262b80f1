import { HoldContext } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, posted } from '../../../../../test/http-hub.js';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../../test/moderation-hub.js';
import { Database } from '../../../../platform/database/index.js';

const password = 'a password of the test';
const room = 'room:guangxi';
let hub: ModerationHub;
let moderator: Staff;
let operator: Staff;
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  [moderator, operator] = await Promise.all([hub.signIn('moderator'), hub.signIn('operator')]);
  await hub.setMode(room, { reviewFirst: true });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const rows = <R extends object>(statement: ReturnType<typeof sql>) => hub.app.get(Database, { strict: false }).rows<R>(statement);

/** A browser: it is whoever it became last, and keeps its cookie. */
function aBrowser() {
  let cookie: string | undefined;
  const become = async (path: string, body: object) => {
    const answer = await fetch(`${hub.url}/api/v1/${path}`, posted(body, { cookie, origin: hub.url }));
    cookie = cookieFrom(answer);
    const { ticket, user } = (await answer.json()) as { ticket: string; user: { id: string } };
    return { id: user.id, ticket, client: hub.clientWith(ticket) };
  };
  return {
    guest: (displayName: string) => become('guests', { displayName }),
    signIn: (login: string) => become('sign-in', { login, password }),
    clear: () => (cookie = undefined),
  };
}
const contextFor = async (staff: Staff, hold: string) =>
  HoldContext.parse(await (await staff.get(`moderation/holds/${hold}/context`)).json()).author.otherNames;

/** An account without any grant. */
async function anAccount(login: string, name: string): Promise<void> {
  const staff = await hub.aStaff(name, { role: 'host', region: '450000' });
  expect(staff.cookie).not.toBe('');
  await rows(sql`delete from grants where user_id in (select id from users where display_name = ${name})`);
  await rows(sql`update users set login = ${login} where display_name = ${name}`);
}

describe('names used on the same browser', () => {
  test('stand beside a held message, for the moderators of its scope and for nobody else', async () => {
    await anAccount('member', '注册的老周');
    const browser = aBrowser();
    const guest = await browser.guest('匿名的人');
    const account = await browser.signIn('member');
    const item = await hub.aHold(moderator, room, '换个名字再说一遍', account);
    expect(await contextFor(moderator, item.id)).toEqual([{ id: guest.id, name: '匿名的人', isSamePerson: false }]);
    expect(await contextFor(operator, item.id)).toEqual([]);
    const elsewhere = await hub.aStaff('远处的审核员', { role: 'moderator', region: '510000' });
    expect((await elsewhere.get(`moderation/holds/${item.id}/context`)).status).toBe(403);
  });

  test('are kept as a keyed hash, and not when a browser was cleared or only renewed its sign-in', async () => {
    const browser = aBrowser();
    await browser.guest('清除之前');
    browser.clear();
    const after = await browser.guest('清除之后');
    const item = await hub.aHold(moderator, room, '清过缓存的一句', after);
    expect(await contextFor(moderator, item.id)).toEqual([]);
    const signIns = (await rows<{ id: string }>(sql`select id from sign_ins`)).map(({ id }) => id);
    const marks = await rows<{ mark: string; user_id: string }>(sql`select mark, user_id from device_marks`);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter(({ mark }) => signIns.includes(mark))).toEqual([]);
    expect(marks.map(({ user_id }) => user_id)).not.toContain(after.id);
  });

  test('are forgotten with their keys after two days', async () => {
    const [before] = await rows<{ n: number }>(sql`select count(*)::int as n from device_marks`);
    expect(before?.n).toBeGreaterThan(0);
    await rows(sql`update device_marks set at = at - interval '3 days'`);
    await rows(sql`update device_mark_salts set window_at = window_at - interval '3 days'`);
    const browser = aBrowser();
    await browser.guest('两天以后');
    await browser.signIn('member');
    const names = await rows<{ name: string }>(
      sql`select u.display_name as name from device_marks d join users u on u.id = d.user_id order by u.display_name`,
    );
    expect(names.map(({ name }) => name).toSorted()).toEqual(['两天以后', '注册的老周']);
    expect(await rows(sql`select 1 from device_mark_salts`)).toHaveLength(1);
  });
});
