import type { MailLanguage, NoticeKind } from '@yunhui/contracts';

/** What a mail server answered, or that none did. `ofRecipient`: it spoke about the address or the words, not about us. */
export type MailAnswer = { code?: number; ofRecipient?: boolean };

/** Whether trying again is of no use: the server will not have this mail for this address, now or later (5xx). */
export const isFinal = ({ code = 0, ofRecipient = false }: MailAnswer): boolean => ofRecipient && code >= 500;

/** An address for whoever may know that there is one, and not which: `w…@example.org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** What a notice says in a mail. The same words stand in the inbox. */
const notices: Record<MailLanguage, Record<NoticeKind, string>> = {
  'zh-CN': {
    'filing.returned': '填报退回了，请按意见修改',
    'filing.approved': '填报通过了，半分钟后发布',
    'filing.published': '活动已发布',
    'change.granted': '变更获准，半分钟后进节目单',
    'change.declined': '变更没有获准',
    'filing.cancelled': '活动被取消了',
    'filing.postponed': '活动被延期了',
    'filing.changed': '节目单上的安排被改动了',
    'stream.failed': '直播链接现在播不了，请查看或更换',
    'supplement.due': '活动结束了，请补录成果',
    'supplement.unlocked': '补录重新开放了，请在期限内补完',
    'unit.approved': '新增单位的申请通过了，可以填报了',
    'unit.declined': '新增单位的申请没有通过，请看理由',
  },
  en: {
    'filing.returned': 'A filing came back: change it as asked',
    'filing.approved': 'A filing is approved and published in half a minute',
    'filing.published': 'An activity is published',
    'change.granted': 'A change is granted and on the programme in half a minute',
    'change.declined': 'A change is declined',
    'filing.cancelled': 'An activity was cancelled',
    'filing.postponed': 'An activity was postponed',
    'filing.changed': 'What the programme has of an activity was changed',
    'stream.failed': 'A stream link does not play: look at it or swap it',
    'supplement.due': 'An activity has ended: supplement what came of it',
    'supplement.unlocked': 'A supplement is open again for a time',
    'unit.approved': 'Your unit is in the registry: you can file for it',
    'unit.declined': 'Your unit was not entered: see why',
  },
};

const frame = {
  'zh-CN': {
    open: '打开看看',
    untitled: '未命名',
    why: '你收到这封信，是因为你在云汇选了用邮件接收消息。',
    end: '不再接收邮件',
    confirmSubject: '请确认你的邮箱',
    confirm: '有人在云汇填了这个邮箱来接收消息。如果是你，请打开下面的链接确认，24 小时内有效；如果不是，不用理会，我们不会再写信来。',
    confirmAct: '确认这个邮箱',
  },
  en: {
    open: 'Open it',
    untitled: 'Untitled',
    why: 'You are written to because you chose on Yunhui to be told by mail.',
    end: 'No more mail',
    confirmSubject: 'Please confirm your address',
    confirm:
      'Somebody on Yunhui gave this address to be told by mail. If it was you, follow the link below within 24 hours. If it was not, do nothing, and we do not write again.',
    confirmAct: 'Confirm this address',
  },
} as const satisfies Record<MailLanguage, object>;

export type Letter = { subject: string; body: string; html: string };

/** A notice as a letter. `link`: the page where it is; `ending`: the page that ends all mail. */
export function noticeLetter(
  language: MailLanguage,
  { kind, title }: { kind: NoticeKind; title: string },
  { link, ending }: { link: string; ending: string },
): Letter {
  const words = frame[language];
  const said = notices[language][kind];
  const named = oneLine(title) || words.untitled;
  return {
    subject: subjectOf(said, named, language),
    body: [said, named, '', link, '', '--', words.why, `${words.end}: ${ending}`, ''].join('\n'),
    html: page(language, [
      `<p>${escaped(said)}</p>`,
      `<p><strong>${escaped(named)}</strong></p>`,
      anchor(link, words.open),
      '<hr>',
      `<p><small>${escaped(words.why)} <a href="${escaped(ending)}">${escaped(words.end)}</a></small></p>`,
    ]),
  };
}

/** The letter with the link that confirms an address. */
export function confirmLetter(language: MailLanguage, link: string): Letter {
  const words = frame[language];
  return {
    subject: words.confirmSubject,
    body: [words.confirm, '', link, ''].join('\n'),
    html: page(language, [`<p>${escaped(words.confirm)}</p>`, anchor(link, words.confirmAct)]),
  };
}

/** A subject is one line, and what somebody called an activity is no other header. */
const subjectOf = (said: string, named: string, language: MailLanguage): string =>
  oneLine(`${said}${language === 'en' ? ': ' : '：'}${named}`).slice(0, 200);

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const page = (language: MailLanguage, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${parts.join('')}</body></html>`;
const anchor = (link: string, words: string): string => `<p><a href="${escaped(link)}">${escaped(words)}</a></p>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found] ?? found);
