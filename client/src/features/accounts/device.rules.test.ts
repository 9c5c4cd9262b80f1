import { describe, expect, test } from 'vitest';
import { deviceFrom } from './device.rules.js';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a device', () => {
  test.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/129.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0`, 'Edge', 'Windows'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/17.5 Safari/605.1.15`, 'Safari', 'macOS'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit} Mobile/15E148 MicroMessenger/8.0.49`, 'WeChat', 'iOS'],
    [`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webKit} Chrome/129.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webKit} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1`, 'Chrome', 'HarmonyOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox', 'Linux'],
  ])('%s', (userAgent, app, system) => {
    expect(deviceFrom(userAgent)).toEqual({ app, system, isWeChat: app === 'WeChat' });
  });

  test.each(['', 'curl/8.5.0'])('%j is unknown', (userAgent) => {
    expect(deviceFrom(userAgent)).toEqual({ isWeChat: false });
  });
});
