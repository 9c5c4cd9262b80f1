import { StartRefused } from '../platform/start-refused.js';
import { BackupFolder, type Restored, restoreEmbedded, restorePostgres } from '../platform/upkeep/index.js';
import { command, holding } from './command.js';

/** `restore [backup]`: the newest when none is named. Only while no hub runs. */
await command('restore', async (config, [wanted]) => {
  const { DATABASE_URL, redisAddress, DATA_DIR } = config;
  const folder = new BackupFolder(DATA_DIR);
  const find = async (kind: 'dump' | 'tar.gz'): Promise<string> => {
    const found = await folder.find(kind, wanted);
    if (!found) throw new StartRefused(wanted ? `${wanted} is not there` : `There is no backup in ${DATA_DIR}/backups`);
    return found;
  };
  const restored =
    DATABASE_URL && redisAddress
      ? await restorePostgres(DATABASE_URL, redisAddress, await find('dump'))
      : await holding(config, async (dataDir) => restoreEmbedded(dataDir, await find('tar.gz')));
  return { line: `ok, ${inWords(restored)}` };
});

function inWords({ topics, entries, holds, auditRows }: Restored): string {
  return `${topics} topics, ${entries} entries, ${holds} holds, ${auditRows} audit rows`;
}
