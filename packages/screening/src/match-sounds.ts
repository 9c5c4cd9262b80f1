import { contextOf, isChance, wordsOf } from './borders.js';
import { isHan, isLetter } from './character.js';
import type { BuiltLists } from './lists.js';
import type { Match } from './matches.js';
import { between, type NormalText } from './normal-text.js';
import { readAloud, type Sound } from './sounds.js';
import { syllableCode, syllablesIn } from './syllables.js';
import { bit } from './transformations.js';

/** A syllable heard: its code, the kept characters it spans, and whether it was spelled in letters. */
type Heard = { code: number; syllable: string; from: number; to: number; isSpelled: boolean };

const shortText = 8;
const mostInOneSyllable = 6;

/** Whether sounds are worth comparing: short texts, and such that mix spelled syllables with Han. Others only when another stage says so. */
export function isWorthHearing(normal: NormalText): boolean {
  return normal.length > 1 && (normal.length <= shortText || mixesSpelling(normal));
}

function mixesSpelling({ codes, length }: NormalText): boolean {
  for (let place = 0; place < length;) {
    let to = place;
    while (to < length && isLetter(codes[to] ?? 0)) to += 1;
    const touchesHan = isHan(codes[place - 1] ?? 0) || isHan(codes[to] ?? 0);
    const isLongEnough = to - place >= (touchesHan ? 2 : mostInOneSyllable);
    if (isLongEnough && syllablesIn(String.fromCharCode(...codes.subarray(place, to)))) return true;
    place = to + 1;
  }
  return false;
}

/**
 * Terms written with other characters of the same sound, or in letters. A character that stands for
 * itself says nothing, and one that is part of a word means that word: 思想 is not a misspelt 私享.
 */
export function matchSounds(normal: NormalText, { sounds }: BuiltLists): Match[] {
  const heard = hear(normal);
  const matches: Match[] = [];
  sounds.automaton.scan(
    Uint16Array.from(heard, ({ code }) => code),
    heard.length,
    (index, end) => {
      for (const sound of sounds.sounds[index] ?? []) {
        const span = heard.slice(end - sound.codes.length + 1, end + 1);
        const [first, last] = [span[0], span.at(-1)];
        if (!first || !last || !isDisguised(normal, span, sound)) continue;
        matches.push({ rule: sound.rule, from: first.from, to: last.to, how: bit.pinyin });
      }
    },
  );
  return matches;
}

function hear(normal: NormalText): Heard[] {
  const { codes, length } = normal;
  const heard: Heard[] = [];
  for (let place = 0; place < length;) {
    let to = place;
    if (isLetter(codes[place] ?? 0)) {
      while (to + 1 < length && isLetter(codes[to + 1] ?? 0)) to += 1;
      heard.push(...spelled(normal, place, to));
    } else {
      const syllable = isHan(codes[place] ?? 0) ? readAloud(String.fromCharCode(codes[place] ?? 0)) : '';
      heard.push({ code: syllableCode(syllable), syllable, from: place, to: place, isSpelled: false });
    }
    place = to + 1;
  }
  return heard;
}

function spelled({ codes }: NormalText, from: number, to: number): Heard[] {
  const syllables = syllablesIn(String.fromCharCode(...codes.subarray(from, to + 1)));
  if (!syllables) return [{ code: 0, syllable: '', from, to, isSpelled: true }];
  let at = from;
  return syllables.map((syllable) => {
    const start = at;
    at += syllable.length;
    return { code: syllableCode(syllable), syllable, from: start, to: at - 1, isSpelled: true };
  });
}

/** Two syllables that only nearly sound alike are too common: 是我 is no 私我. */
const mayBlur = 3;

function isDisguised(normal: NormalText, span: readonly Heard[], { letters, syllables }: Sound): boolean {
  if (syllables.length < mayBlur && span.some(({ syllable }, index) => syllable !== syllables[index])) return false;
  const altered = span.filter(({ from, isSpelled }, index) => isSpelled || normal.codes[from] !== letters.charCodeAt(index));
  if (altered.length === 0 || span.some(({ from }, index) => index > 0 && normal.before[from] === between.clause)) return false;
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) return false;
  const isHanOnly = span.every(({ isSpelled }) => !isSpelled);
  if (isHanOnly && isChance(normal, first.from, last.to)) return false;
  const { text, start } = contextOf(normal, first.from, last.to);
  const words = wordsOf(text, start, letters.length);
  return altered.every(({ isSpelled }, index) => isSpelled || words[index] === 1);
}
