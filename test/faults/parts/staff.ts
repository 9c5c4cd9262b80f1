import { Client } from 'pg';
import { type SignedIn, signedIn } from '../../harness/signed-in.js';

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
export async function moderators(count: number, { postgres, doors }: { postgres: string; doors: readonly string[] }): Promise<SignedIn[]> {
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
