import { Client } from 'pg';
import { demoPassword } from '../../harness/hub.js';

/** Somebody who has signed in at one of the nodes, and decides. */
export type Staff = {
  readonly name: string;
  post(path: string, body?: object): Promise<Answered>;
  put(path: string, body: object): Promise<Answered>;
  remove(path: string): Promise<Answered>;
};
type Answered = { status: number; body: Record<string, unknown> };

/** Asks PostgreSQL itself, past every node. */
export async function rowsOf<Row extends object>(url: string, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Colleagues with the demo moderator's password and grant, each signed in at one of the doors in turn. */
export async function moderators(count: number, { postgres, doors }: { postgres: string; doors: readonly string[] }): Promise<Staff[]> {
  const logins = Array.from({ length: count }, (_, i) => `colleague-${i + 1}`);
  await rowsOf(
    postgres,
    `with known as (select password_hash from users where login = 'moderator'),
     made as (insert into users (id, kind, display_name, login, password_hash)
       select gen_random_uuid(), 'account', x, x, known.password_hash from unnest($1::text[]) x, known on conflict (login) do nothing returning id)
     insert into grants (user_id, role, region) select id, 'moderator', 'CN' from made`,
    [logins],
  );
  return Promise.all(logins.map((login, i) => signedIn(doors[i % doors.length] as string, login)));
}

/** Signs in at `address`; the password is that of every demo account of a spawned hub. */
export async function signedIn(address: string, login: string): Promise<Staff> {
  const headers = { 'content-type': 'application/json', origin: address };
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const ask = async (method: string, path: string, body?: object): Promise<Answered> => {
    const sent = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: body ? { ...headers, cookie } : { origin: address, cookie },
      body: body && JSON.stringify(body),
    });
    return { status: sent.status, body: (await sent.json()) as Record<string, unknown> };
  };
  return {
    name: login,
    post: (path, body = {}) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    remove: (path) => ask('DELETE', path),
  };
}
