import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeDisplayName } from './display-name.js';

const reasonOf = (raw: string) => {
  const verdict = judgeDisplayName(raw);
  return verdict.ok ? 'fine' : verdict.reason;
};

describe('a display name', () => {
  test.each([
    '小明',
    'Ada',
    '科学迷 Ada',
    '👨‍👩‍👧‍👦',
    '🇨🇳',
    'Ёжик',
    'Αθηνά',
    'badminton 爱好者',
    '一二三四五六七八九十一二三四五六七八九十一二三四',
    '示例观众·小北',
    'مۇھەممەت',
  ])('%s is fine', (name) => {
    expect(judgeDisplayName(name)).toEqual({ ok: true, name });
  });

  test('is trimmed, composed, on one line and loses what is hidden', () => {
    expect(judgeDisplayName(' A\u200Bd\u202Ea\n  caf\u0065\u0301 ')).toEqual({ ok: true, name: 'Ada café' });
  });

  test.each(['', '   ', '\u200B', '...', '\u3164', '-_-'])('needs something to read (%j)', (name) => {
    expect(reasonOf(name)).toBe('empty');
  });

  test('has at most 24 graphemes', () => {
    expect(reasonOf('👍🏽'.repeat(24))).toBe('fine');
    expect(reasonOf('👍🏽'.repeat(25))).toBe('too-long');
  });

  test.each(['Аda', 'pаypal', 'Αda', 'Ivаn Иван'])('does not mix Latin with letters that pass for Latin (%s)', (name) => {
    expect(reasonOf(name)).toBe('mixed-script');
  });

  test.each([
    '管理员',
    '超级管理员',
    '管 理 员',
    '管·理·员',
    '管\u200B理员',
    '管理員',
    '官方直播',
    '審核',
    '主持人',
    '科協',
    '广西科协',
    '雲匯',
    '云汇小助手',
    'Admin',
    'a d m i n',
    'A.D.M.I.N',
    'adm1n',
    '@dmin',
    'ａｄｍｉｎ',
    '𝐚𝐝𝐦𝐢𝐧',
    'ᴀᴅᴍɪɴ',
    'àdmín',
    'adrnin',
    'SuperAdmin2',
    'm0d3r4t0r',
    'Moderator_01',
    'OfficiaI',
    'officlal',
    'YunHui',
    '⼈工作人员',
  ])('does not look like staff (%s)', (name) => {
    expect(reasonOf(name)).toBe('looks-like-staff');
  });

  test('whatever is typed, is judged without a throw, and judged the same when typed as kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 30 })), (raw) => {
        const verdict = judgeDisplayName(raw);
        expect(verdict.ok ? judgeDisplayName(verdict.name) : verdict).toEqual(verdict);
      }),
      { numRuns: 3000 },
    );
  });
});
