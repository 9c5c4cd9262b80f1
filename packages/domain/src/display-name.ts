import { cleanText, countGraphemes } from './kept-text.js';

export type NameVerdict = { ok: true; name: string } | { ok: false; reason: 'empty' | 'too-long' | 'mixed-script' | 'looks-like-staff' };

/** Graphemes in a display name. */
export const longestName = 24;

/** Words by which people know who runs the hub. Nobody may look like staff who is not. */
const staffWords = [
  '管理员',
  '管理组',
  '超管',
  '官方',
  '审核',
  '主持',
  '版主',
  '科协',
  '云汇',
  '工作人员',
  '客服',
  '运营组',
  '系统消息',
  '系统通知',
  '主办方',
  'admin',
  'moderator',
  'official',
  'yunhui',
  'webmaster',
  'operator',
  'reviewer',
];
/** Words that only contain one of those. */
const innocentWords = ['badminton', 'cooperator'];

/** Letters of other scripts, traditional characters and digits that look like those of the words above. */
const lookAlikes = new Map(
  Object.entries({
    a: 'аαɑᴀ4@',
    b: 'ʙвьβ8',
    c: 'сϲᴄ',
    d: 'ԁᴅ',
    e: 'еεɛᴇєё3',
    f: 'ꜰƒ',
    h: 'һнʜη',
    i: 'іιɪıїlｌ1|!ӏʟł',
    k: 'кκᴋ',
    m: 'мᴍ',
    n: 'пηɴ',
    o: 'оοσᴏ0ø',
    p: 'рρᴘ',
    r: 'гʀ',
    s: 'ѕꜱ5$',
    t: 'тτᴛ7',
    u: 'υᴜц',
    v: 'ѵνᴠ',
    w: 'ѡωᴡ',
    y: 'уγʏ',
    员: '員貟',
    审: '審',
    协: '協',
    云: '雲',
    汇: '匯彙滙',
    系: '係',
    统: '統',
    运: '運',
    营: '營',
    组: '組',
    办: '辦',
    务: '務',
  }).flatMap(([seen, same]) => Array.from(same, (one) => [one, seen] as const)),
);

/** A name as it looks at a glance: no width, case, marks, spaces, punctuation; look-alikes as what they look like. */
function glance(name: string): string {
  const bare = name.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const seen = Array.from(bare, (one) => lookAlikes.get(one) ?? one).join('');
  return seen.replace(/[^\p{L}\p{N}]/gu, '').replaceAll('rn', 'm');
}

const staffGlances = staffWords.map(glance);
const innocentGlances = innocentWords.map(glance);

function looksLikeStaff(name: string): boolean {
  const seen = innocentGlances.reduce((left, word) => left.replaceAll(word, ' '), glance(name));
  return staffGlances.some((word) => seen.includes(word));
}

/** Scripts whose letters pass for each other's. Latin beside Chinese is how people write. */
const confusable = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u];

/**
 * What a display name is kept as, or why it is refused. Hidden characters are taken out rather than
 * refused: they come with copied text, and the name is judged as it is seen.
 */
export function judgeDisplayName(raw: string): NameVerdict {
  const name = cleanText(raw).replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name)) return { ok: false, reason: 'empty' };
  if (countGraphemes(name, longestName) > longestName) return { ok: false, reason: 'too-long' };
  if (confusable.filter((script) => script.test(name)).length > 1) return { ok: false, reason: 'mixed-script' };
  if (looksLikeStaff(name)) return { ok: false, reason: 'looks-like-staff' };
  return { ok: true, name };
}
