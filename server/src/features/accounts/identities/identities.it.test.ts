import { randomUUID } from 'node:crypto';
import type { AnsweredIdentity, BegunIdentity, IssuedLink, OwnIdentity, OwnSignIns, Problem, SignedIn } from '@yunhui/contracts';
import { aFreePort, answeredAt, type OwnProvider, startProvider } from '@yunhui/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted, startHttpHub } from '../../../../test/http-hub.js';
import { type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';
import { AuditModule } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { OutboundModule } from '../../../platform/outbound/index.js';
import { AccountDesk, DemoAccounts, IdentitiesModule } from '../index.js';

const password = 'a password of the test';
const name = '科协统一身份';

let provider: OwnProvider;
let hub: ProgrammeHub;
beforeAll(async () => {
  const PORT = String(await aFreePort());
  provider = await startProvider([`http://127.0.0.1:${PORT}/sign-in/back`]);
  hub = await startProgrammeHub({ PORT, ...provider.settings, OIDC_NAME: name, RATE_LIMITS: 'off' });
}, 60_000);
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

type Said<Body> = { status: number; body: Body & Partial<Problem> };

/** Somebody's browser, as far as cookies go. */
class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly on: Pick<ProgrammeHub, 'ask'> = hub) {}

  async ask<Body>(method: string, path: string, body?: object): Promise<Said<Body>> {
    const cookie = [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const init = body ? posted(body, { cookie }) : { headers: { cookie, origin: 'http://localhost' } };
    const answer = await this.on.ask(`/api/v1/${path}`, { ...init, method });
    for (const line of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      if (value === '') this.cookies.delete(key);
      else this.cookies.set(key, value);
    }
    return { status: answer.status, body: (await answer.json()) as Body & Partial<Problem> };
  }

  signIn(login: string): Promise<Said<SignedIn>> {
    return this.ask('POST', 'sign-in', { login, password });
  }

  begin(changes: object = {}): Promise<Said<BegunIdentity>> {
    return this.ask('POST', 'identities/begin', { purpose: 'sign-in', to: '/schedule?region=450000', ...changes });
  }

  answer({ search }: URL): Promise<Said<AnsweredIdentity>> {
    return this.ask('POST', 'identities/answer', { query: search });
  }

  /** To the provider and back, as somebody of that name; without one they cancel there. */
  async goAs(who: string | undefined, changes: object = {}): Promise<Said<AnsweredIdentity>> {
    return this.answer(await answeredAt((await this.begin(changes)).body.url, who));
  }

  identity(): Promise<Said<OwnIdentity>> {
    return this.ask('GET', 'me/identity');
  }

  get user() {
    return this.ask<{ user?: SignedIn['user'] }>('GET', 'me').then(({ body }) => body.user);
  }
}

/** Nobody else at the provider is called so. */
const somebody = () => `wei-${randomUUID().slice(0, 8)}`;
const idOf = async (login: string) => (await hub.app.get(DemoAccounts, { strict: false }).idOf(login)) ?? '';
const auditOf = async (login: string) =>
  hub.app
    .get(Database)
    .rows<{ act: string; who: string; reason: string | null }>(
      sql`select act, who, reason from audit_entries where subject = ${await idOf(login)} and act like 'identity.%' order by at`,
    );
/** An account that is linked to somebody, in a browser that is signed in. */
async function linked(login: string) {
  const [browser, who] = [new Browser(), somebody()];
  await browser.signIn(login);
  await browser.ask('DELETE', 'me/identity');
  const answer = await browser.goAs(who, { purpose: 'link', to: '/sign-in', password });
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'linked', to: '/sign-in' } });
  return { browser, who };
}

describe('an account', () => {
  test('is linked by who is signed in to it, and found by that identity from then on', async () => {
    const { browser, who } = await linked('host');
    expect((await browser.identity()).body).toMatchObject({ provider: { name }, linked: { label: who } });
    const elsewhere = new Browser();
    const answered = await elsewhere.goAs(who);
    expect(answered).toMatchObject({ status: 200, body: { outcome: 'signed-in', to: '/schedule?region=450000' } });
    expect(answered.body.signedIn?.user.id).toBe(await idOf('host'));
    expect((await elsewhere.user)?.id).toBe(await idOf('host'));
    expect((await elsewhere.identity()).body.linked?.usedAt).toBeDefined();
    expect(elsewhere.cookies.has('hub-identity')).toBe(false);
    expect(await auditOf('host')).toEqual([{ act: 'identity.linked', who: await idOf('host'), reason: null }]);
  });

  test('has those sign-ins among all others, and ends them like those', async () => {
    const { browser, who } = await linked('province');
    const elsewhere = new Browser();
    await elsewhere.goAs(who);
    const { items } = (await browser.ask<OwnSignIns>('GET', 'me/sign-ins')).body;
    expect(items).toHaveLength(2);
    expect((await browser.ask('DELETE', 'me/sign-ins')).status).toBe(200);
    expect((await elsewhere.ask('POST', 'ticket', {})).status).toBe(401);
  });

  test('is linked only by who has its password, also where they are signed in', async () => {
    const browser = new Browser();
    await browser.signIn('city');
    expect(await browser.begin({ purpose: 'link', password: 'another' })).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
    expect(await browser.begin({ purpose: 'link' })).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
    expect(await new Browser().begin({ purpose: 'link', password })).toMatchObject({ status: 401, body: { code: 'ticket.missing' } });
  });

  test('is not linked when another has signed in meanwhile', async () => {
    const browser = new Browser();
    await browser.signIn('county');
    const back = await answeredAt((await browser.begin({ purpose: 'link', password })).body.url, somebody());
    await browser.signIn('operator');
    expect(await browser.answer(back)).toMatchObject({ status: 409, body: { code: 'identity.lost' } });
    expect((await browser.identity()).body.linked).toBeUndefined();
  });

  test('has one identity, and an identity one account', async () => {
    const { browser, who } = await linked('host');
    const another = await browser.goAs(somebody(), { purpose: 'link', password });
    expect(another).toMatchObject({ status: 409, body: { code: 'identity.taken' } });
    const thief = new Browser();
    await thief.signIn('reviewer');
    expect(await thief.goAs(who, { purpose: 'link', password })).toMatchObject({ status: 409, body: { code: 'identity.taken' } });
    expect((await thief.identity()).body.linked).toBeUndefined();
  });

  test('keeps its password when it is unlinked: nobody takes the last way in away', async () => {
    const { browser, who } = await linked('moderator');
    expect((await browser.ask<OwnIdentity>('DELETE', 'me/identity')).body.linked).toBeUndefined();
    expect((await browser.ask('DELETE', 'me/identity')).status).toBe(200);
    expect((await new Browser().goAs(who)).body.outcome).toBe('unlinked');
    expect((await new Browser().signIn('moderator')).status).toBe(200);
    expect((await auditOf('moderator')).map(({ act }) => act)).toEqual(['identity.linked', 'identity.unlinked']);
  });

  test('is unlinked by a password that is set without the old one: whoever had that may have linked it', async () => {
    const { who } = await linked('moderator2');
    const desk = hub.app.get(AccountDesk, { strict: false });
    const card = await desk.cardOf(await idOf('moderator2'));
    if (!card) throw new Error('the demo has no such account');
    await desk.setPassword(card, password, async () => undefined);
    expect((await new Browser().goAs(who)).body.outcome).toBe('unlinked');
    expect((await auditOf('moderator2')).at(-1)).toMatchObject({ act: 'identity.unlinked', reason: '设了新密码' });
  });

  test('stays linked when who knows its password changes it, though every other sign-in ends', async () => {
    const { browser, who } = await linked('city');
    const elsewhere = new Browser();
    await elsewhere.goAs(who);
    const change = (from: string, to: string) => browser.ask('PUT', 'me/password', { password: from, newPassword: to });
    expect((await change(password, 'lanterns in the harbour')).status).toBe(200);
    expect((await elsewhere.ask('POST', 'ticket', {})).status).toBe(401);
    expect((await elsewhere.goAs(who)).body.signedIn?.user.id).toBe(await idOf('city'));
    expect((await browser.identity()).body.linked).toMatchObject({ label: who });
    expect((await change('lanterns in the harbour', password)).status).toBe(200);
  });
});

describe('somebody whom no account is linked to', () => {
  test('is nobody here, though they are called as an account is', async () => {
    const browser = new Browser();
    expect(await browser.goAs('operator')).toMatchObject({ status: 200, body: { outcome: 'unlinked', to: '/schedule?region=450000' } });
    expect(await browser.user).toBeUndefined();
    expect((await browser.identity()).body.pending).toEqual({ label: 'operator', to: '/schedule?region=450000', mayLink: false });
  });

  test('links by signing in with the password once', async () => {
    const [browser, who] = [new Browser(), somebody()];
    await browser.goAs(who);
    expect(await browser.ask('POST', 'me/identity', {})).toMatchObject({ status: 401, body: { code: 'ticket.missing' } });
    await browser.signIn('province2');
    expect((await browser.identity()).body.pending).toMatchObject({ label: who, mayLink: true });
    const done = await browser.ask<OwnIdentity>('POST', 'me/identity', {});
    expect(done).toMatchObject({ status: 200, body: { linked: { label: who } } });
    expect(done.body.pending).toBeUndefined();
    expect((await browser.ask('POST', 'me/identity', {})).body.code).toBe('identity.lost');
    expect((await new Browser().goAs(who)).body.signedIn?.user.id).toBe(await idOf('province2'));
  });

  test('is not linked to whom was signed in there before', async () => {
    const [browser, who] = [new Browser(), somebody()];
    await browser.signIn('county');
    (hub.app.get(Clock) as { aheadMs: number }).aheadMs += 1_000;
    await browser.goAs(who);
    expect((await browser.identity()).body.pending).toMatchObject({ mayLink: false });
    expect(await browser.ask('POST', 'me/identity', {})).toMatchObject({ status: 403, body: { code: 'identity.unproven' } });
  });

  test('is not linked by a sign-in that only was renewed: an invitation proves nothing', async () => {
    const [colleague, browser] = [new Browser(), new Browser()];
    await colleague.signIn('reviewer');
    const { body } = await colleague.ask<IssuedLink>('POST', 'units/gx-nature-museum/invitations', {});
    await browser.signIn('county');
    (hub.app.get(Clock) as { aheadMs: number }).aheadMs += 1_000;
    await browser.goAs(somebody());
    expect((await browser.ask('POST', 'invitations/join', { token: body.token })).status).toBe(200);
    expect((await browser.identity()).body.pending).toMatchObject({ mayLink: false });
    expect(await browser.ask('POST', 'me/identity', {})).toMatchObject({ status: 403, body: { code: 'identity.unproven' } });
  });

  test('may leave it', async () => {
    const browser = new Browser();
    await browser.goAs(somebody());
    expect((await browser.ask<OwnIdentity>('DELETE', 'me/identity/pending')).body.pending).toBeUndefined();
    await browser.signIn('county');
    expect((await browser.ask('POST', 'me/identity', {})).body.code).toBe('identity.lost');
  });
});

describe('an answer', () => {
  const wrong = (search: string, changes: Record<string, string>): URL => {
    const url = new URL(`http://hub.example/sign-in/back${search}`);
    for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, value);
    return url;
  };

  test('with another state is not this attempt’s, and leaves it alone', async () => {
    const { who } = await linked('host');
    const browser = new Browser();
    const back = await answeredAt((await browser.begin()).body.url, who);
    const forged = wrong(back.search, { state: 'another' });
    expect(await browser.answer(forged)).toMatchObject({ status: 409, body: { code: 'identity.lost', retry: 'never' } });
    expect((await browser.answer(back)).body.outcome).toBe('signed-in');
  });

  test('in another browser is not this attempt’s', async () => {
    const { who } = await linked('host');
    const back = await answeredAt((await new Browser().begin()).body.url, who);
    const victim = new Browser();
    expect((await victim.answer(back)).body.code).toBe('identity.lost');
    await victim.begin();
    expect((await victim.answer(back)).body.code).toBe('identity.lost');
    expect(await victim.user).toBeUndefined();
  });

  test('is good once, here and at the provider', async () => {
    const { who } = await linked('host');
    const browser = new Browser();
    const back = await answeredAt((await browser.begin()).body.url, who);
    const cookie = browser.cookies.get('hub-identity') ?? '';
    expect((await browser.answer(back)).body.outcome).toBe('signed-in');
    browser.cookies.set('hub-identity', cookie);
    expect((await browser.answer(back)).body.code).toBe('identity.lost');
    const state = new URL((await browser.begin()).body.url).searchParams.get('state') ?? '';
    expect(await browser.answer(wrong(back.search, { state }))).toMatchObject({ status: 409, body: { code: 'identity.code-spent' } });
  });

  test('to another nonce is not believed', async () => {
    const { who } = await linked('host');
    const browser = new Browser();
    const url = new URL((await browser.begin()).body.url);
    url.searchParams.set('nonce', 'another');
    expect(await browser.answer(await answeredAt(url.href, who))).toMatchObject({ status: 400, body: { code: 'identity.untrusted' } });
    expect(await browser.user).toBeUndefined();
  });

  test('of another issuer is not believed', async () => {
    const { who } = await linked('host');
    const browser = new Browser();
    const back = await answeredAt((await browser.begin()).body.url, who);
    const forged = wrong(back.search, { iss: 'https://elsewhere.example' });
    expect((await browser.answer(forged)).body.code).toBe('identity.untrusted');
  });

  test('that somebody cancelled changes nothing', async () => {
    const browser = new Browser();
    expect(await browser.goAs(undefined)).toMatchObject({ status: 400, body: { code: 'identity.cancelled' } });
    expect(await browser.user).toBeUndefined();
  });

  test('that comes after ten minutes is too late', async () => {
    const browser = new Browser();
    const back = await answeredAt((await browser.begin()).body.url, somebody());
    (hub.app.get(Clock) as { aheadMs: number }).aheadMs += 601_000;
    expect((await browser.answer(back)).body.code).toBe('identity.lost');
  });
});

describe('a way to the provider', () => {
  test('is proved by PKCE, and tied to the browser by a cookie that scripts cannot read', async () => {
    const answer = await hub.ask('/api/v1/identities/begin', posted({ purpose: 'sign-in', to: '/' }));
    const { searchParams } = new URL(((await answer.json()) as BegunIdentity).url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      response_type: 'code',
      scope: 'openid profile',
    });
    for (const key of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(key)?.length).toBeGreaterThanOrEqual(43);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^hub-identity=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', ''])(
    'does not lead to %j afterwards',
    async (to) => {
      expect(await new Browser().begin({ to })).toMatchObject({ status: 400, body: { code: 'request.malformed', field: 'to' } });
    },
  );
});

describe('a provider', () => {
  const back = 'http://127.0.0.1:4620/sign-in/back';
  /** A hub that knows accounts and providers, and nothing else. */
  const smallHub = (env: Record<string, string>) =>
    startHttpHub({ env: { PUBLIC_URL: new URL(back).origin, ...env }, imports: [AuditModule, OutboundModule, IdentitiesModule] });

  test('that is away is said to be, before and in the middle of it, and is found when it comes back', async () => {
    const port = await aFreePort();
    const OIDC_ISSUER = `http://127.0.0.1:${port}`;
    await using small = await smallHub({ OIDC_ISSUER, OIDC_CLIENT_ID: 'yunhui', OIDC_CLIENT_SECRET: 'a secret of the test' });
    const browser = new Browser(small);
    expect(await browser.begin()).toMatchObject({ status: 503, body: { code: 'identity.provider-away', retry: 'later' } });
    expect((await browser.identity()).body).toEqual({ provider: {} });
    await using own = await startProvider([back], port);
    const answer = await answeredAt((await browser.begin()).body.url, somebody());
    await own.close();
    expect(await browser.answer(answer)).toMatchObject({ status: 503, body: { code: 'identity.provider-away' } });
  });

  test('that does not know this hub declines', async () => {
    await using own = await startProvider([back]);
    await using small = await smallHub({ ...own.settings, OIDC_CLIENT_SECRET: 'not the secret' });
    expect(await new Browser(small).goAs(somebody())).toMatchObject({ status: 403, body: { code: 'identity.declined' } });
  });

  test('that is another than the settings name is not believed', async () => {
    await using own = await startProvider([back]);
    const OIDC_ISSUER = own.settings.OIDC_ISSUER.replace('127.0.0.1', 'localhost');
    await using small = await smallHub({ ...own.settings, OIDC_ISSUER });
    expect(await new Browser(small).begin()).toMatchObject({ status: 400, body: { code: 'identity.untrusted' } });
  });

  test('is none where the settings name none', async () => {
    await using small = await smallHub({});
    const browser = new Browser(small);
    expect((await browser.identity()).body).toEqual({});
    expect(await browser.begin()).toMatchObject({ status: 404, body: { code: 'identity.off' } });
  });
});
