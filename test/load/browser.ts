import { type Browser, chromium } from '@playwright/test';

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--mute-audio', '--enable-precise-memory-info'];

/** The browser of the journeys, for what is measured in one. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });
}
