import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import journeys from '../e2e/playwright.config.js';

/** The same browser as the journeys', with pictures as its product. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  projects: [{ name: 'shots', testMatch: '*.shots.ts' }],
  workers: 1,
  outputDir: join(import.meta.dirname, '../../test-results'),
});
