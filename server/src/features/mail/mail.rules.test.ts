import { describe, expect, test } from 'vitest';
import { confirmLetter, isFinal, maskedAddress, noticeLetter } from './mail.rules.js';

const links = { link: 'https://hub.example/host/filings/1', ending: 'https://hub.example/mail/end#a' };

describe('a letter', () => {
  test('says what happened, to what, and where, as text and as HTML', () => {
    const { subject, body, html } = noticeLetter('zh-CN', { kind: 'filing.returned', title: '装起一具骨架' }, links);
    expect(subject).toBe('填报退回了，请按意见修改：装起一具骨架');
    for (const part of [links.link, links.ending, '装起一具骨架']) expect(body).toContain(part);
    for (const part of [links.link, links.ending, '<html lang="zh-CN">']) expect(html).toContain(part);
  });

  test('speaks English where that is wanted', () => {
    const { subject } = noticeLetter('en', { kind: 'filing.published', title: '' }, links);
    expect(subject).toBe('An activity is published: Untitled');
    expect(confirmLetter('en', links.link).body).toContain(links.link);
  });

  test('is not written by what somebody called an activity', () => {
    const title = '<img src=x>\r\nBcc: everybody@example.org';
    const { subject, body, html } = noticeLetter('zh-CN', { kind: 'filing.published', title }, links);
    expect(subject).toBe('活动已发布：<img src=x> Bcc: everybody@example.org');
    expect(body.split('\n')[1]).toBe('<img src=x> Bcc: everybody@example.org');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x&gt;');
  });
});

test.each([
  [{}, false],
  [{ code: 451, ofRecipient: true }, false],
  [{ code: 550, ofRecipient: true }, true],
  [{ code: 535 }, false],
])('an answer of %j is final: %s', (answer, final) => {
  expect(isFinal(answer)).toBe(final);
});

test('an address is masked', () => {
  expect(maskedAddress('wei.ming@example.org')).toBe('w…@example.org');
});
