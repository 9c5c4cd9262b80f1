import { syllableRows } from './data/syllable-rows.js';

const syllables = syllableRows.split('|');
const known = new Set(syllables);
const longest = 6;

/** Syllables that people take for each other, or cannot tell apart in their dialect, are one. */
function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei]n)g$/, '$1')
    .replaceAll('v', 'u');
}

const codes = new Map<string, number>();
for (const syllable of syllables) {
  const sound = blurred(syllable);
  if (!codes.has(sound)) codes.set(sound, codes.size + 1);
}

/** A number for a syllable, the same for those that sound alike; 0 for what is none. */
export const syllableCode = (syllable: string): number => codes.get(blurred(syllable)) ?? 0;

/** A run of letters as syllables, the longest first; nothing if letters are left over. Runs are short: longer ones are no pinyin. */
export function syllablesIn(letters: string): string[] | undefined {
  if (letters.length > 48) return undefined;
  const ways: (string[] | undefined)[] = Array.from({ length: letters.length + 1 });
  ways[letters.length] = [];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let size = Math.min(longest, letters.length - at); size > 0 && !ways[at]; size -= 1) {
      const rest = ways[at + size];
      const syllable = letters.slice(at, at + size);
      if (rest && known.has(syllable)) ways[at] = [syllable, ...rest];
    }
  }
  return ways[0];
}
