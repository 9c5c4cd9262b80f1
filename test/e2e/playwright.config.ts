import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Journeys in the system’s Chromium: they click and type, one after another, and are never repeated. */
export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../test-results'),
  reporter: [['list'], ['json']],
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      // Root may not use Chromium's sandbox, a small /dev/shm must not end the browser, and a server has no GPU or speakers.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--mute-audio'],
    },
  },
});
