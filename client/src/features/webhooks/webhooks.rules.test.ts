import { describe, expect, test } from 'vitest';
import { mayKeepWebhooks, scopesFor, standingOf, titleOf } from './webhooks.rules.js';

describe('webhooks', () => {
  test('are kept by operators alone', () => {
    expect(mayKeepWebhooks([{ role: 'operator', region: '450000' }])).toBe(true);
    expect(mayKeepWebhooks([{ role: 'reviewer', region: 'CN' }])).toBe(false);
  });

  test('are kept for one’s own regions, and from the country for every province', () => {
    const provinces = ['110000', '450000'];
    expect(scopesFor([{ role: 'operator', region: '450300' }], provinces)).toEqual(['450300']);
    expect(scopesFor([{ role: 'operator', region: 'CN' }], provinces)).toEqual(['CN', '110000', '450000']);
    expect(scopesFor([{ role: 'moderator', region: 'CN' }], provinces)).toEqual([]);
  });

  test('are called by their note, or else by their host', () => {
    expect(titleOf({ note: '市融媒体', url: 'https://example.org/a' })).toBe('市融媒体');
    expect(titleOf({ note: '', url: 'https://example.org:8443/a' })).toBe('example.org:8443');
  });
});

test('a delivery that waits was tried in vain when there is an answer', () => {
  expect(standingOf({ state: 'waiting' })).toBe('new');
  expect(standingOf({ state: 'waiting', answer: { status: 500 } })).toBe('again');
  expect(standingOf({ state: 'dead', answer: { status: 500 } })).toBe('dead');
});
