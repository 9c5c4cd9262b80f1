import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aDatabase } from '../../../test/platform-app.js';
import { Audit, AuditRepository } from './index.js';

async function theAudit() {
  const store = await aDatabase();
  const audit = new Audit(new AuditRepository(store.database));
  const act = (subject: string) =>
    store.database.transaction((tx) => audit.record(tx, { who: 'u1', act: 'activity.approved', subject, difference: { b: 1, a: '二' } }));
  return { ...store, audit, act };
}

describe('the audit', () => {
  test('chains what was committed and verifies', async () => {
    await using hub = await theAudit();
    for (const subject of ['a', 'b', 'c']) await hub.act(subject);
    expect(await hub.audit.verify()).toEqual({ rows: 3 });
    await hub.act('d');
    expect(await hub.audit.verify()).toEqual({ rows: 4 });
    const rows = await hub.database.rows(sql`select subject, position from audit_entries order by position`);
    expect(rows).toEqual(['a', 'b', 'c', 'd'].map((subject, index) => ({ subject, position: index + 1 })));
  });

  test('has no row of an act that failed', async () => {
    await using hub = await theAudit();
    const failed = hub.database.transaction(async (tx) => {
      await hub.audit.record(tx, { who: 'u1', act: 'activity.approved', subject: 'a' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await hub.audit.verify()).toEqual({ rows: 0 });
  });

  test('refuses to be changed, before and after it is chained', async () => {
    await using hub = await theAudit();
    await hub.act('a');
    for (const chained of [false, true]) {
      if (chained) await hub.audit.chainNew();
      await expect(hub.database.drizzle.execute(sql`update audit_entries set who = 'u2'`)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      });
      await expect(hub.database.drizzle.execute(sql`delete from audit_entries`)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      });
      await expect(hub.database.drizzle.execute(sql`truncate audit_entries`)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      });
    }
    await expect(hub.database.drizzle.execute(sql`update audit_entries set position = 9, hash = 'x'`)).rejects.toThrow('position = 9');
    expect(await hub.audit.verify()).toEqual({ rows: 1 });
  });

  test('names the row that somebody changed behind the trigger', async () => {
    await using hub = await theAudit();
    for (const subject of ['a', 'b', 'c']) await hub.act(subject);
    await hub.audit.chainNew();
    await hub.database.drizzle.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`);
    await hub.database.drizzle.execute(sql`update audit_entries set difference = '{"a": "三", "b": 1}' where subject = 'b'`);
    expect(await hub.audit.verify()).toMatchObject({ rows: 1, broken: { position: 2, subject: 'b' } });
  });

  test('gives each row one place when several chain at once', async () => {
    await using hub = await theAudit();
    const acts = Array.from({ length: 450 }, (_, index) => hub.act(`s${index}`));
    await Promise.all([...acts, hub.audit.chainNew(), hub.audit.chainNew()]);
    await Promise.all([hub.audit.chainNew(), hub.audit.chainNew(), hub.audit.chainNew()]);
    expect(await hub.audit.verify()).toEqual({ rows: 450 });
  });
});
