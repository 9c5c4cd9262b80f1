import { backUpEmbedded, backUpPostgres, type Backup } from '../platform/upkeep/index.js';
import { askRunningHub, command, withStore } from './command.js';

await command('backup', async (config) => {
  const byHub = (await askRunningHub(config, 'backup')) as Backup | undefined;
  const url = config.DATABASE_URL;
  const { path, bytes } =
    byHub ??
    (url ? await backUpPostgres(url, config.DATA_DIR) : await withStore(config, (database) => backUpEmbedded(database, config.DATA_DIR)));
  return { line: `ok, ${path}, ${Math.ceil(bytes / 1024)} KB` };
});
