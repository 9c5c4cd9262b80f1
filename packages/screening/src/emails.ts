import type { PersonalFinding } from './personal-finding.js';

/** Full-width letters, digits and signs lie one step from the plain ones. */
const plainOf = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

const dotWord = String.raw` ?[\(\[]dot[\)\]] ?| dot `;
const dot = `(?:[.。]|${dotWord}|点)`;
const mailbox = `(?<![a-z0-9._%+\\-])[a-z0-9_%+\\-]{1,64}(?:${dot}[a-z0-9_%+\\-]{1,64}){0,4}`;
const domain = `(?:[a-z0-9\\-]{1,63}(?:[.。]|${dotWord}|点)){1,6}[a-z]{2,24}(?![a-z0-9\\-])`;

/** Han beside an address is the sentence around it. */
const boxLetter = String.raw`[[\p{L}--\p{Script=Han}]\p{N}._%+\-]`;
const written = new RegExp(`(?<!${boxLetter})${boxLetter}{1,64}@(?:[\\p{L}\\p{N}\\-]{1,63}\\.){1,8}\\p{L}{2,24}`, 'giv');
const at = ' ?@ ?| ?[\\(\\[\\{](?:at|@)[\\)\\]\\}] ?| at |#| ?艾特 ?';
const spelled = new RegExp(`(?<![a-z]{2} )${mailbox}(?:${at})${domain}`, 'giv');
const mayHold = /[@＠#＃]|at|ａｔ|艾特/i;

/** E-mail addresses, the way programs take them and the ways people write them past programs. */
export function findEmails(text: string): PersonalFinding[] {
  if (!mayHold.test(text)) return [];
  const plain = plainOf(text);
  const found = Array.from(plain.matchAll(written), (match) => finding(match, false));
  for (const match of plain.matchAll(spelled)) {
    const one = finding(match, true);
    if (isSentence(match[0], plain.slice(0, match.index))) continue;
    if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
  }
  return found;
}

/** "Look at nasa.gov" is an address only where a Chinese sentence is around it. */
function isSentence(address: string, before: string): boolean {
  return /^[a-z]+ at [a-z0-9.]+$/i.test(address) && !/[\p{Script=Han}:：] ?$/u.test(before);
}

function finding({ 0: address, index }: RegExpExecArray, isDisguised: boolean): PersonalFinding {
  return { kind: 'email', start: index, end: index + address.length, isDisguised };
}
