import type { TestProject } from 'vitest/node';
import { startPostgres } from '@yunhui/testkit';

/** One PostgreSQL for the whole run, unless the caller names one; each test file makes its own databases on it. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return undefined;
  const postgres = await startPostgres();
  project.config.env = { ...project.config.env, TEST_DATABASE_URL: postgres.url };
  return async () => postgres[Symbol.asyncDispose]();
}
