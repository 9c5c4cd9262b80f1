import type { CheckUp } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { type CheckUpEvent, nextCheckUp, notChecked } from './check-up.reducer.js';

const after = (...events: CheckUpEvent[]) => events.reduce(nextCheckUp, notChecked);
const begun: CheckUpEvent = { type: 'begun', address: 'https://a.example/1.m3u8' };
const step = (name: 'dns' | 'http', state: 'good' | 'bad' = 'good'): CheckUpEvent => ({
  type: 'line',
  line: { line: 'step', step: name, state, ms: 1 },
});
const outcome: CheckUp = {
  address: 'https://a.example/1.m3u8',
  verdict: 'OK',
  finding: { code: 'all.good', says: { zh: '能播', en: 'It plays' } },
  hints: [],
  sight: {},
  tookMs: 900,
};

describe('a check-up', () => {
  test('shows each step once, as it was found last', () => {
    expect(after(begun, step('dns'), step('http'), step('http', 'bad'))).toMatchObject({
      phase: 'running',
      steps: [
        { step: 'dns', state: 'good' },
        { step: 'http', state: 'bad' },
      ],
    });
  });
  test('says when it takes long, and may still end well', () => {
    expect(after(begun, { type: 'slow' })).toMatchObject({ phase: 'running', slow: true });
    expect(after(begun, { type: 'slow' }, { type: 'line', line: { line: 'outcome', outcome } })).toMatchObject({ phase: 'done', outcome });
  });
  test('that broke off keeps what was seen, and hears no late line', () => {
    const broken = after(begun, step('dns'), { type: 'broken', error: 'gone' }, step('http'));
    expect(broken).toMatchObject({ phase: 'broken', address: 'https://a.example/1.m3u8', steps: [{ step: 'dns' }] });
  });
  test('begins anew with nothing of the last one', () => {
    expect(after(begun, step('dns'), begun)).toMatchObject({ phase: 'running', steps: [] });
  });
});
