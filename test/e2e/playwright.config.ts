import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const journeys = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.spec.ts'));

/** Journeys in the system’s Chromium: they click and type, and are never repeated. Two files go on at once, if one of them is not `busy`. */
export default defineConfig({
  testDir: '.',
  // A worker is kept for as long as one project goes on, and the hub that it started with it: what one file says no other hears.
  projects: journeys.map((file) => ({ name: basename(file, '.spec.ts'), testMatch: file })),
  outputDir: join(import.meta.dirname, '../../test-results'),
  reporter: [['list'], ['json']],
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    // What is waited for without an end says nothing when the whole journey's time is over.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A film of a page whose picture moves costs as much of a core as all the rest; one picture of what failed is enough.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      // Root may not use Chromium's sandbox, a small /dev/shm must not end the browser, and a server has no GPU or speakers.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--mute-audio'],
    },
  },
});
