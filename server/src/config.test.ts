import { describe, expect, test } from 'vitest';
import { addressOf, loadConfig } from './config.js';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['localhost', 'http://localhost:8080'],
  ['::1', 'http://[::1]:8080'],
])('a hub that listens on %s is found at %s', (HOST, address) => {
  expect(addressOf(loadConfig({ HOST, PORT: '8080' }))).toBe(address);
  expect(new URL(address).origin).toBe(address);
});

test('a Redis Cluster is some of its addresses, and has to be called one', () => {
  const DATABASE_URL = 'postgresql://127.0.0.1/hub';
  const REDIS_URL = 'redis://10.0.0.1:7000, redis://10.0.0.2:7000';
  expect(loadConfig({ DATABASE_URL, REDIS_URL, REDIS_CLUSTER: 'on' }).redisAddress).toEqual({
    urls: ['redis://10.0.0.1:7000', 'redis://10.0.0.2:7000'],
    isCluster: true,
  });
  expect(() => loadConfig({ DATABASE_URL, REDIS_URL })).toThrow('REDIS_CLUSTER=on');
});

describe('mail', () => {
  const [SMTP_URL, MAIL_FROM] = ['smtp://mail.example.org', '云汇 <noreply@example.org>'];

  test('has a server and somebody whom it is from, or neither', () => {
    expect(loadConfig({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    expect(loadConfig({ SMTP_URL, MAIL_FROM: 'noreply@example.org' }).MAIL_FROM).toBe('noreply@example.org');
    expect(() => loadConfig({ SMTP_URL })).toThrow('MAIL_FROM: SMTP_URL and MAIL_FROM are set both or neither');
    expect(() => loadConfig({ MAIL_FROM })).toThrow('SMTP_URL: SMTP_URL and MAIL_FROM are set both or neither');
    expect(() => loadConfig({ SMTP_URL: 'http://mail.example.org', MAIL_FROM })).toThrow('SMTP_URL');
    expect(() => loadConfig({ SMTP_URL: 'smtp://hub:50%off@mail.example.org', MAIL_FROM })).toThrow('SMTP_URL: a % in it is written %25');
    expect(() => loadConfig({ SMTP_URL, MAIL_FROM: 'a\nBcc: b@example.org' })).toThrow('MAIL_FROM');
  });

  test('leads back to an address that people can reach', () => {
    expect(() => loadConfig({ SMTP_URL, MAIL_FROM, HOST: '0.0.0.0' })).toThrow('PUBLIC_URL: mail carries links');
  });
});

test('what seals lists of people is keys of 32 bytes, the newest first', () => {
  const [next, old] = ['A'.repeat(43), 'B'.repeat(43)];
  expect(loadConfig({ LIST_KEYS: `${next}, ${old}` }).LIST_KEYS).toEqual([next, old]);
  expect(() => loadConfig({ LIST_KEYS: `${next},short` })).toThrow('each is 32 bytes as base64url');
});

describe('a provider to sign in by', () => {
  const [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET] = ['https://id.example.org', 'yunhui', 'a secret'];
  const all = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };

  test('is set whole, or not at all', () => {
    expect(loadConfig({}).provider).toBeUndefined();
    expect(loadConfig({ ...all, OIDC_NAME: '科协统一身份' }).provider).toEqual({
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      secret: OIDC_CLIENT_SECRET,
      name: '科协统一身份',
    });
    for (const missing of Object.keys(all)) expect(() => loadConfig({ ...all, [missing]: '' })).toThrow('are set all or none');
    expect(() => loadConfig({ OIDC_NAME: '科协统一身份' })).toThrow('OIDC_NAME: is the name of a provider');
  });

  test('is asked over https, or on this machine, and sends people back to an address that they can reach', () => {
    expect(loadConfig({ ...all, OIDC_ISSUER: 'http://127.0.0.1:4000' }).provider?.issuer).toBe('http://127.0.0.1:4000');
    expect(loadConfig({ ...all, OIDC_ISSUER: 'http://[::1]:4000' }).provider?.issuer).toBe('http://[::1]:4000');
    expect(() => loadConfig({ ...all, OIDC_ISSUER: 'http://id.example.org' })).toThrow('OIDC_ISSUER: must be https');
    expect(() => loadConfig({ ...all, OIDC_ISSUER: 'https://id.example.org/?a=b' })).toThrow('OIDC_ISSUER: an issuer has neither');
    expect(() => loadConfig({ ...all, HOST: '0.0.0.0' })).toThrow('PUBLIC_URL: a provider sends people back');
  });
});

describe('a verifier of phones', () => {
  const [PHONE_VERIFIER_URL, PHONE_VERIFIER_SECRET] = ['https://sms.example.org/codes', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];

  test('has an address and a secret, or neither', () => {
    expect(loadConfig({ PHONE_VERIFIER_URL, PHONE_VERIFIER_SECRET }).verifier).toEqual({
      url: PHONE_VERIFIER_URL,
      secret: PHONE_VERIFIER_SECRET,
    });
    expect(loadConfig({}).verifier).toBeUndefined();
    expect(() => loadConfig({ PHONE_VERIFIER_URL })).toThrow('PHONE_VERIFIER_SECRET: PHONE_VERIFIER_URL and');
    expect(() => loadConfig({ PHONE_VERIFIER_SECRET })).toThrow('PHONE_VERIFIER_URL: PHONE_VERIFIER_URL and');
    expect(() => loadConfig({ PHONE_VERIFIER_URL, PHONE_VERIFIER_SECRET: 'whsec_short' })).toThrow('PHONE_VERIFIER_SECRET');
    expect(() => loadConfig({ PHONE_VERIFIER_URL: 'http://sms.example.org', PHONE_VERIFIER_SECRET })).toThrow('must be https');
  });
});
