import type { Entry, History, Snapshot } from '@yunhui/contracts';
import { Client } from 'pg';

/** One entry as the database has it. `text` only of messages. */
export type KeptEntry = { seq: number; id: string; at: number; shown: boolean; text?: string };
/** A topic's log on the database's side. */
export type KeptLog = { epoch: string; head: number; entries: readonly KeptEntry[] };

/** Asked of PostgreSQL itself, past every node. */
export async function keptInPostgres(url: string, topic: string): Promise<KeptLog> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ epoch: string; head: string; entries: KeptEntry[] | null }>(
      `select t.epoch, t.seq as head, (
         select json_agg(json_build_object('seq', e.seq, 'id', case when e.kind = 'message' then e.id::text else e.kind || ' ' || e.seq end,
           'at', extract(epoch from e.at) * 1000, 'shown', e.shown, 'text', e.body->'message'->>'text') order by e.seq)
         from topic_entries e where e.topic = t.topic) as entries
       from topics t where t.topic = $1`,
      [topic],
    );
    const [row] = rows;
    if (!row) throw new Error(`${topic} is not in the database`);
    return { epoch: row.epoch, head: Number(row.head), entries: row.entries ?? [] };
  } finally {
    await client.end();
  }
}

/** The embedded store has one connection, and that is the hub's: its history is read from the rows, page by page. */
export async function keptByHistory(address: string, topic: string): Promise<KeptLog> {
  const { epoch, seq } = (await (await fetch(`${address}/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  const entries: KeptEntry[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const page = (await (await fetch(`${address}/api/v1/topics/${topic}/messages?before=${before}&limit=200`)).json()) as History;
    entries.push(...page.items.map(keptOf));
    before = page.before;
  }
  return { epoch, head: seq, entries: entries.reverse() };
}

function keptOf(entry: Entry): KeptEntry {
  const { seq, at } = entry;
  if (entry.kind !== 'message') return { seq, at, id: `${entry.kind} ${seq}`, shown: true };
  const message = entry.message as { id: string; text?: string };
  return { seq, at, id: message.id, text: message.text, shown: true };
}
