import { expect, test } from 'vitest';
import { exposureNotes } from './exposure-notes.js';

const said = (config: Parameters<typeof exposureNotes>[0]): string[] =>
  exposureNotes(config).map(({ grave }) => (grave ? 'plain' : 'proxies'));
const open = { HOST: '0.0.0.0', onLoopback: false };

test.each([
  [{ HOST: '127.0.0.1', onLoopback: true }, ['proxies']],
  [open, ['proxies', 'plain']],
  [{ ...open, PUBLIC_URL: 'http://hub.example' }, ['proxies', 'plain']],
  [{ ...open, PUBLIC_URL: 'http://localhost:3000' }, ['proxies']],
  [{ ...open, PUBLIC_URL: 'https://hub.example', TRUSTED_PROXIES: '10.0.0.0/8' }, []],
])('%j makes the start say %j', (config, notes) => {
  expect(said(config)).toEqual(notes);
});
