import { writing, type Digit, type Separator } from './digits.js';

/** A number in a run of digits: what it is, and of how many digits. */
export type Numbered = { kind: 'phone' | 'identity'; size: number };

/** How people group them. Other groupings are catalogue numbers, coordinates and counts. */
const phoneGroups = ['11', '3 4 4', '3 3 3 2', '3 8', '7 4', '4 4 3', '3 4 2 2', '3 2 2 2 2', '5 6', '6 5'];
/** With dots only these: 192.168.126.74 is an address of a computer. */
const dottedGroups = ['3 4 4', '3 8'];
const identityGroups = ['18', '6 4 4 4', '6 8 4', '6 12', '3 3 4 4 4', '3 3 8 4', '6 4 2 2 4', '6 4 2 2 3 1', '14 4', '17 1'];
const phoneSize = 11;
const identitySize = 18;
const countryCodes = ['0086', '86'];

/** A mobile number of mainland China, with its country code. Never a part of a longer number, nor of a fraction. */
export function phoneIn(run: readonly Digit[], at: number): Numbered | undefined {
  const code = countryCodes.find((one) => spells(run, at, one));
  const number = code ? at + code.length : at;
  if (code && isPhone(run, number, true)) return { kind: 'phone', size: code.length + phoneSize };
  return isPhone(run, at, false) ? { kind: 'phone', size: phoneSize } : undefined;
}

function isPhone(run: readonly Digit[], at: number, isAfterCode: boolean): boolean {
  if (run[at]?.value !== 1 || (run[at + 1]?.value ?? 0) < 3 || at + phoneSize > run.length) return false;
  const digits = run.slice(at, at + phoneSize);
  if (digits.some(({ value }) => value > 9)) return false;
  const bySound = digits.some((digit) => digit.writing === writing.sound);
  const isAlone = bySound || ((isAfterCode || standsAlone(run, at)) && standsAlone(run, at + phoneSize));
  return isAlone && isGrouped(digits, phoneGroups);
}

/** An identity number: region, a birthday that can be one, three digits and a check digit. Written in groups or words, the check digit must be right. */
export function identityIn(run: readonly Digit[], at: number): Numbered | undefined {
  const digits = run.slice(at, at + identitySize);
  if (digits.length < identitySize || !standsAlone(run, at) || !standsAlone(run, at + identitySize)) return undefined;
  if (digits.slice(0, -1).some(({ value }) => value > 9) || digits[0]?.value === 0) return undefined;
  if (!isBirthday(digits.slice(6, 14).map(({ value }) => value))) return undefined;
  const isPlain = digits.every((digit, index) => digit.writing === writing.digit && (index === 0 || digit.before === 'none'));
  if (!isPlain && !isChecked(digits)) return undefined;
  return isGrouped(digits, identityGroups) ? { kind: 'identity', size: identitySize } : undefined;
}

const spells = (run: readonly Digit[], at: number, digits: string): boolean =>
  Array.from(digits).every((digit, index) => run[at + index]?.value === Number(digit));

/** Whether a number may begin or end here: not next to a digit, and not behind a decimal point. */
function standsAlone(run: readonly Digit[], at: number): boolean {
  const { before, value } = run[at] ?? {};
  return at === 0 || before === undefined || value === 10 || (before !== 'none' && before !== 'dot');
}

function isGrouped(digits: readonly Digit[], known: readonly string[]): boolean {
  const groups = groupsOf(digits);
  const between = new Set(groups.slice(1).map(({ before }) => before));
  if (groups.length === digits.length) return between.size === 1;
  const allowed = between.has('dot') ? dottedGroups : known;
  return !between.has('other') && allowed.includes(groups.map(({ size }) => size).join(' '));
}

function groupsOf(digits: readonly Digit[]): { size: number; before: Separator }[] {
  const groups: { size: number; before: Separator }[] = [];
  for (const { before } of digits) {
    const last = groups.at(-1);
    if (last && before === 'none') last.size += 1;
    else groups.push({ size: 1, before });
  }
  return groups;
}

function isBirthday([y1 = 0, y2 = 0, y3 = 0, y4 = 0, m1 = 0, m2 = 0, d1 = 0, d2 = 0]: readonly number[]): boolean {
  const [year, month, day] = [y1 * 1000 + y2 * 100 + y3 * 10 + y4, m1 * 10 + m2, d1 * 10 + d2];
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** ISO 7064 MOD 11-2, as GB 11643 uses it. */
function isChecked(digits: readonly Digit[]): boolean {
  const sum = digits.reduce((left, { value }, index) => left + value * (2 ** (identitySize - 1 - index) % 11), 0);
  return sum % 11 === 1;
}
