import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import journeys from '../e2e/playwright.config.js';

/** The same browser as the journeys', with pictures as its product. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: join(import.meta.dirname, '../../test-results'),
});
