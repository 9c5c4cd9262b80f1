import { shanghaiDayOf, shanghaiInstant } from '@yunhui/domain';
import type { Language } from './language.js';

const made = new Map<string, unknown>();

/**
 * A format costs a phone ten milliseconds to make, the first of its kind sixty, and a hundredth of one to use: each is made
 * once, and what the first picture of a page says does without.
 */
function once<Format>(kind: string, language: Language, options: object, make: () => Format): Format {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const format = (made.get(key) as Format | undefined) ?? make();
  made.set(key, format);
  return format;
}

/** A moment as Shanghai's clock and calendar show it. */
export function formatTime(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const make = () => new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...options });
  return once('time', language, options, make).format(at);
}

export function formatNumber(language: Language, value: number, options: Intl.NumberFormatOptions = {}): string {
  return once('number', language, options, () => new Intl.NumberFormat(language, options)).format(value);
}

/** 14:32. */
export const clockOf = (at: number): string => shanghaiInstant(at).slice(11, 16);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** 9月19日 周二, or Tue, Sep 19. */
export function dayOf(language: Language, at: number): string {
  const date = new Date(shanghaiDayOf(at));
  const [month, day, weekday] = [date.getUTCMonth(), date.getUTCDate(), weekdays[language][date.getUTCDay()] ?? ''];
  return language === 'en' ? `${weekday}, ${months[month]} ${day}` : `${month + 1}月${day}日 ${weekday}`;
}

/** 8,600; at most one digit after the point. */
export function groupedNumber(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 10) / 10).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
