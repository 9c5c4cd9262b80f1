import { randomUUID } from 'node:crypto';
import {
  type ActivityForm,
  type FilingFindings,
  Filing,
  type Grant,
  type Problem,
  Review,
  SignedIn,
  Upload,
  type UploadKind,
} from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { AccountsRepository } from '../src/features/accounts/accounts.repository.js';
import { Passwords } from '../src/features/accounts/passwords.js';
import { FilersService } from '../src/features/organizations/index.js';
import { Database } from '../src/platform/database/index.js';
import { aForm } from './filing-form.js';
import { cookieFrom, posted } from './http-hub.js';
import { type ProgrammeHub, startProgrammeHub } from './programme-hub.js';

const password = 'a password of the test';
/** A Friday on which one files for 28 September. */
const filingDay = '2023-09-08T10:00:00+08:00';

export type Answer<Body> = { status: number; body: Body & Partial<Problem> };
type Beside = { filing?: Filing; review?: Review; findings?: FilingFindings };

/** A hub with the demo's units and regions on a day on which one files, and the ways in that tests of registration need. */
export type FilingHub = ProgrammeHub & {
  /** Asks as somebody signed in, by their cookie. */
  as<Body = unknown>(cookie: string, method: string, path: string, body?: object): Promise<Answer<Body & Beside>>;
  /** The cookie and id of an account with these grants, made for this. */
  anAccount(...grants: Grant[]): Promise<{ cookie: string; id: string }>;
  /** Somebody who files for a unit. */
  aFiler(...organizations: string[]): Promise<string>;
  /** A whole draft of a unit, as its filer keeps it. */
  aDraft(filer: string, organization: string, changes?: Partial<ActivityForm>): Promise<Filing>;
  /** The same, handed in. */
  aSubmitted(filer: string, organization: string, changes?: Partial<ActivityForm>): Promise<Filing>;
  /** A picture that somebody brings, by its id. */
  aPicture(cookie: string, kind: UploadKind): Promise<string>;
  /** Whether somebody is shown it: a status. */
  sees(cookie: string, picture: string): Promise<number>;
  /** What the audit has of a filing, in order. */
  audited(filing: string): Promise<{ act: string; from: string | null; to: string | null; reason: string | null }[]>;
};

export async function startFilingHub(env: Record<string, string> = {}): Promise<FilingHub> {
  const hub = await startProgrammeHub({ CLOCK_AT: filingDay, RATE_LIMITS: 'off', ...env });
  const as = async <Body>(cookie: string, method: string, path: string, body?: object): Promise<Answer<Body & Beside>> => {
    const init = body ? { ...posted(body, { cookie }), method } : { method, headers: { cookie, origin: 'http://localhost' } };
    const answer = await hub.ask(`/api/v1/${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Body & Beside & Partial<Problem> };
  };
  const anAccount = async (...grants: Grant[]) => {
    const accounts = hub.app.get(AccountsRepository, { strict: false });
    const login = `a-${randomUUID().slice(0, 8)}`;
    const passwordHash = await hub.app.get(Passwords, { strict: false }).hash(password);
    await accounts.addAccount({ login, name: login, passwordHash, sample: true });
    const { userId: id = '' } = (await accounts.credentialsOf(login)) ?? {};
    await accounts.setGrants(id, grants);
    const signedIn = await hub.ask('/api/v1/sign-in', posted({ login, password }));
    SignedIn.parse(await signedIn.json());
    return { cookie: cookieFrom(signedIn), id };
  };
  const aFiler = async (...organizations: string[]) => {
    const { cookie, id } = await anAccount({ role: 'host', region: 'CN' });
    for (const organization of organizations) await hub.app.get(FilersService, { strict: false }).add({ id: 'test' }, id, organization);
    return cookie;
  };
  const aDraft = async (filer: string, organization: string, changes: Partial<ActivityForm> = {}) => {
    const begun = Filing.parse((await as(filer, 'POST', 'filings', { organization, campaign: 'bagui-2023' })).body);
    const form = aForm({ hosts: begun.form.hosts, ...changes });
    return Filing.parse((await as(filer, 'PUT', `filings/${begun.id}`, { version: begun.version, form })).body);
  };
  const aPicture = async (cookie: string, kind: UploadKind) => {
    const drawn = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#b01818' } })
      .jpeg()
      .toBuffer();
    const headers = { cookie, origin: 'http://localhost', 'content-type': 'image/jpeg' };
    const answer = await hub.ask(`/api/v1/uploads?for=${kind}`, { method: 'POST', headers, body: new Uint8Array(drawn) });
    return Upload.parse(await answer.json()).id;
  };
  return {
    ...hub,
    as,
    aPicture,
    sees: async (cookie, picture) => (await hub.ask(`/api/v1/uploads/${picture}/320`, { headers: { cookie } })).status,
    anAccount,
    aFiler,
    aDraft,
    aSubmitted: async (filer, organization, changes) => {
      const { id, version } = await aDraft(filer, organization, changes);
      return Filing.parse((await as(filer, 'POST', `filings/${id}/submit`, { version })).body);
    },
    audited: (filing) =>
      hub.app
        .get(Database)
        .rows(sql`select act, from_state as "from", to_state as "to", reason from audit_entries where subject = ${filing} order by at`),
  };
}
