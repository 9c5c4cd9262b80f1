import { pinyin } from 'pinyin-pro';
import type { Automaton } from './automaton.js';
import { buildAutomaton, type InSlices } from './build-automaton.js';
import type { Term } from './term.js';
import { syllableCode } from './syllables.js';

/** A term as it sounds: blurred for finding it, its syllables, and the characters it is written with. */
export type Sound = { rule: Term; codes: Uint16Array; syllables: readonly string[]; letters: string };
export type Sounds = { automaton: Automaton; sounds: readonly (readonly Sound[])[] };

const termsASlice = 16;
const allHan = /^\p{Script=Han}{2,}$/u;

/** How listed terms sound. Terms with letters or digits are left out: nobody spells those by sound. */
export function* buildSounds(terms: readonly Term[]): InSlices<Sounds> {
  const bySound = new Map<string, Sound[]>();
  for (const [index, rule] of terms.entries()) {
    const sound = allHan.test(rule.term) ? soundOf(rule) : undefined;
    if (sound) {
      const key = String.fromCharCode(...sound.codes);
      bySound.set(key, [...(bySound.get(key) ?? []), sound]);
    }
    if (index % termsASlice === 0) yield;
  }
  const sounds = [...bySound.values()];
  const automaton = yield* buildAutomaton(sounds.map(([first]) => first?.codes ?? new Uint16Array(0)));
  return { automaton, sounds };
}

function soundOf(rule: Term): Sound | undefined {
  const syllables = pinyin(rule.term, { toneType: 'none', type: 'array', v: true });
  const codes = syllables.map(syllableCode);
  return codes.includes(0) ? undefined : { rule, codes: Uint16Array.from(codes), syllables, letters: rule.term };
}

const readings = new Map<string, string>();

/** One syllable for each character of a text, as it is read most often; nothing for what is no Han. */
export function readAloud(character: string): string {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const syllable = pinyin(character, { toneType: 'none', v: true });
  readings.set(character, syllable);
  return syllable;
}
