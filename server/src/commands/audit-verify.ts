import { Audit, AuditRepository, type AuditVerdict } from '../platform/audit/index.js';
import { askRunningHub, command, withStore } from './command.js';

await command('audit:verify', async (config) => {
  const byHub = (await askRunningHub(config, 'audit-verify')) as AuditVerdict | undefined;
  const { rows, broken } = byHub ?? (await withStore(config, (database) => new Audit(new AuditRepository(database)).verify()));
  if (!broken) return { line: `ok, ${rows} rows` };
  return {
    line: `broken at row ${broken.position} (${broken.id}, ${broken.at}, ${broken.act} of ${broken.subject}); ${rows} rows before it fit`,
    failed: true,
  };
});
