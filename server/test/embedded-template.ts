import { aFolder } from '@yunhui/testkit';
import type { TestProject } from 'vitest/node';
import { embeddedStoreIn } from './embedded-store.js';

/**
 * Makes one migrated embedded store for the whole run; `startStores` copies it. A new PGlite takes
 * seconds of a core, a copy that is opened again half of one.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await aFolder('yh-template-');
  const database = await embeddedStoreIn(folder.path);
  await database.close();
  project.config.env = { ...project.config.env, TEST_STORE_TEMPLATE: folder.path };
  return async () => folder[Symbol.asyncDispose]();
}
