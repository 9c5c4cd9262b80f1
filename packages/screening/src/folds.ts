import hongKong from 'opencc-js/dict/HKVariantsRev';
import japanese from 'opencc-js/dict/JPShinjitaiCharacters';
import simplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import { lookAlikeRows } from './data/look-alike-rows.js';

/** Letters that pass for Latin ones in chat though UTS #39 puts them elsewhere: small capitals, Greek and Cyrillic by their shape. */
const nearLookAlikes =
  'aᴀαдⱥ|bʙвьɓ|cᴄʗ|dᴅđ|eᴇεєɛəз|fꜰ|gɢ|hʜнңħ|iɪłι|jᴊ|kᴋκкқĸ|lʟ|mᴍм|nɴηпи|oᴏøσө|pᴘþ|qꞯ|rʀгя|sꜱ|tᴛτтŧ|uᴜυц|vᴠν|wᴡωѡшщ|xχж|yʏγүч|zᴢζƶ';
/** How numbers are written out, in sums and on the telephone. */
const digitWords = ['零〇', '一壹幺弌', '二贰弍', '三叁弎', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
/** Numbers and letters in circles and squares that compatibility composition leaves alone: where each range begins, and with what. */
const enclosed: readonly (readonly [from: number, first: string, count: number])[] = [
  [0x24ff, '0', 1],
  [0x2776, '1', 9],
  [0x2780, '1', 9],
  [0x278a, '1', 9],
  [0x24f5, '1', 9],
  [0x1f10b, '0', 1],
  [0x1f10c, '0', 1],
  [0x1f150, 'a', 26],
  [0x1f170, 'a', 26],
  [0x1f1e6, 'a', 26],
];

const lookAlikes = pairs([nearLookAlikes, lookAlikeRows].join('|').split('|'));
const words = pairs(digitWords.map((seen, digit) => `${digit}${seen}`));
const traditionalOf = new Map([...rowsOf(japanese), ...rowsOf(hongKong), ...rowsOf(taiwan)]);
const simplifiedOf = new Map(rowsOf(simplified));

function rowsOf(rows: string): (readonly [from: string, to: string])[] {
  return rows.split('|').map((row) => {
    const [from = '', to = ''] = row.split(' ');
    return [from, to] as const;
  });
}

function pairs(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const [plain = '', ...seen] = row;
      return seen.map((one) => [one, plain] as const);
    }),
  );
}

/** A Han character as mainland China writes it; forms of Japan, Hong Kong and Taiwan by way of the traditional one. */
export function simplify(character: string): string {
  const once = simplifyOnce(character);
  return once === character ? once : simplifyOnce(once);
}

function simplifyOnce(character: string): string {
  const traditional = traditionalOf.get(character) ?? character;
  return simplifiedOf.get(character) ?? simplifiedOf.get(traditional) ?? traditional;
}

export const digitOfWord = (character: string): string | undefined => words.get(character);

/**
 * The ASCII letter or digit that a character looks like. Capitals are asked first, Ν is no ν; only the class
 * that holds I, l and 1 says less than the small letter does.
 */
export function lookedLike(character: string): string | undefined {
  const own = lookAlikes.get(character);
  const small = lookAlikes.get(character.toLowerCase());
  return own === 'l' ? (small ?? own) : (own ?? small);
}

/** The digit or letter inside a circle or square. */
export function insideOf(point: number): string | undefined {
  const range = enclosed.find(([from, , count]) => point >= from && point < from + count);
  return range && String.fromCodePoint(range[1].charCodeAt(0) + point - range[0]);
}
