import type { FuzzyTime } from '@yunhui/contracts';
import { shanghaiInstant } from '../shanghai-day.js';

type Language = 'zh' | 'en';
type Days = { year: number; month: number; day: number };

const periodsZh = ['上', '中', '下'];
const periodsEn = ['early', 'mid', 'late'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const tentativeWords = { zh: '（暂定）', en: ' (tentative)' };

/** When, in the words of the notices: 9月中下旬, 9—11月, 9月18日（暂定）; never an hour that nobody named. */
export function timeWords(time: FuzzyTime, language: Language): string {
  const says = language === 'zh' ? inChinese(time) : inEnglish(time);
  return time.tentative ? says + tentativeWords[language] : says;
}

function inChinese(time: FuzzyTime): string {
  const { from, to, clock } = partsOf(time);
  const until = to.year === from.year ? '' : `${to.year}年`;
  const isOneMonth = until === '' && to.month === from.month;
  const head = `${from.year}年${from.month}`;
  switch (time.precision) {
    case 'exact':
      return `${head}月${from.day}日 ${clock?.from}—${sameDay(from, to) ? '' : `${until}${to.month}月${to.day}日 `}${clock?.to}`;
    case 'day':
      return `${head}月${from.day}日`;
    case 'tenDay': {
      const [first, last] = [periodOf(from.day), periodEnding(to.day)];
      if (!isOneMonth) return `${head}月${periodsZh[first]}旬—${until}${to.month}月${periodsZh[last]}旬`;
      return `${head}月${periodsZh.slice(first, last + 1).join('')}旬`;
    }
    case 'month':
      if (isOneMonth) return `${head}月`;
      return until === '' ? `${head}—${to.month}月` : `${head}月—${until}${to.month}月`;
    case 'range':
      return `${head}月${from.day}${isOneMonth ? '' : '日'}—${isOneMonth ? '' : `${until}${to.month}月`}${to.day}日`;
  }
}

function inEnglish(time: FuzzyTime): string {
  const { from, to, clock } = partsOf(time);
  const isOneYear = from.year === to.year;
  const [first, last] = [months[from.month - 1], months[to.month - 1]];
  const year = isOneYear ? '' : ` ${from.year}`;
  switch (time.precision) {
    case 'exact':
      if (sameDay(from, to)) return `${from.day} ${first} ${to.year}, ${clock?.from}–${clock?.to}`;
      return `${from.day} ${first}${year} ${clock?.from} – ${to.day} ${last} ${to.year} ${clock?.to}`;
    case 'day':
      return `${from.day} ${first} ${to.year}`;
    case 'tenDay': {
      const [begins, ends] = [periodsEn[periodOf(from.day)], periodsEn[periodEnding(to.day)]];
      if (isOneYear && from.month === to.month) return `${begins === ends ? begins : `${begins} to ${ends}`} ${first} ${to.year}`;
      return `${begins} ${first}${year} – ${ends} ${last} ${to.year}`;
    }
    case 'month':
      return isOneYear && from.month === to.month ? `${first} ${to.year}` : `${first}${year}–${last} ${to.year}`;
    case 'range':
      if (isOneYear && from.month === to.month) return `${from.day}–${to.day} ${last} ${to.year}`;
      return `${from.day} ${first}${year} – ${to.day} ${last} ${to.year}`;
  }
}

/** Of an exact time, its days and clock as Shanghai has them. */
function partsOf(time: FuzzyTime): { from: Days; to: Days; clock?: { from: string; to: string } } {
  if (time.precision !== 'exact') return { from: daysOf(time.from), to: daysOf(time.to) };
  const [from, to] = [shanghaiInstant(Date.parse(time.startsAt)), shanghaiInstant(Date.parse(time.endsAt))];
  return { from: daysOf(from), to: daysOf(to), clock: { from: from.slice(11, 16), to: to.slice(11, 16) } };
}

function daysOf(day: string): Days {
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number);
  return { year, month, day: date };
}

const sameDay = (one: Days, other: Days): boolean => one.year === other.year && one.month === other.month && one.day === other.day;
const periodOf = (day: number): number => Math.min(2, Math.floor((day - 1) / 10));
const periodEnding = (day: number): number => (day === 10 ? 0 : day === 20 ? 1 : 2);
