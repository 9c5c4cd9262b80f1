// Makes src/data/*.ts again from what they were taken from. Not part of any build: run by hand when a source is renewed.
//   node make-tables.mjs <confusables.txt of UTS #39> <chaizi-jt.txt of kfcd/chaizi> <cjk-decomp.txt of amake/cjk-decomp>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

const [confusables, chaizi, decompositions] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8').split(/\r?\n/));
const common = gb2312();

/** The 6,763 characters of GB 2312: what simplified Chinese is written with. */
function gb2312() {
  const decoder = new TextDecoder('gbk');
  const all = new Set();
  for (let lead = 0xb0; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const [character] = decoder.decode(new Uint8Array([lead, trail]));
      if (/\p{Script=Han}/u.test(character)) all.add(character);
    }
  return all;
}

/** Classes of UTS #39 that hold an ASCII letter or digit: their other members look like it. */
function looksLikeAscii() {
  const byPrototype = new Map();
  for (const line of confusables) {
    const [from, to] = line
      .split('#')[0]
      .split(';')
      .map((part) => part?.trim());
    if (!to || to.includes(' ')) continue;
    const [seen, prototype] = [from, to].map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
    const members = byPrototype.get(prototype) ?? new Set([prototype]);
    byPrototype.set(prototype, members.add(seen));
  }
  const rows = [];
  for (const members of byPrototype.values()) {
    const plain = [...members].filter((one) => /^[A-Za-z0-9]$/.test(one));
    const letter = plain.find((one) => /[a-z]/.test(one)) ?? plain[0];
    const others = [...members].filter((one) => one.charCodeAt(0) > 0x7f && !/^[A-Za-z0-9]$/.test(one.normalize('NFKC')));
    if (letter && others.length > 0) rows.push(`${letter.toLowerCase()}${others.join('')}`);
  }
  return rows;
}

/** How characters are written in pieces: the splits of the open dictionary, and those of the glyph analysis down to two steps. */
function splits() {
  const known = new Map();
  const add = (character, parts) => {
    if (!common.has(character) || [...parts].length < 2 || !/^[\p{Script=Han}\u2e80-\u2fdf\u31c0-\u31e3]+$/u.test(parts)) return;
    known.set(character, (known.get(character) ?? new Set()).add(parts));
  };
  for (const line of chaizi) {
    const [character, ...ways] = line.split('\t');
    for (const way of ways) add(character, way.replaceAll(' ', ''));
  }
  const pieces = new Map();
  for (const line of decompositions) {
    const [, character, kind, parts] = /^(.+?):([a-z0-9/]*)\((.*?)\)/.exec(line) ?? [];
    if (character) pieces.set(character, { kind, parts: parts.split(',') });
  }
  const ways = (character, depth) => {
    const piece = pieces.get(character);
    if (!piece || depth === 0 || piece.parts.length < 2 || !/^[adswb]|^lock/.test(piece.kind)) return [character];
    const written = piece.parts.reduce((left, part) => left.flatMap((one) => ways(part, depth - 1).map((way) => one + way)), ['']);
    return /^\d/.test(character) ? written : [character, ...written];
  };
  for (const character of common) for (const way of ways(character, 2).slice(0, 12)) add(character, way);
  return [...known].map(([character, all]) => [character, ...[...all].slice(0, 8)].join(' '));
}

/** Characters that sound like a digit, or nearly so. */
function homophones() {
  const sounds = ['ling lin', 'yi yao', 'er', 'san shan', 'si', 'wu', 'liu lu', 'qi', 'ba', 'jiu'].map((all) => new Set(all.split(' ')));
  return sounds.map((all) => [...common].filter((one) => all.has(pinyin(one, { toneType: 'none' }))).join(''));
}

/** Every syllable of Mandarin as it is typed, ü as v. */
function syllables() {
  const all = new Set([...common].map((one) => pinyin(one, { toneType: 'none', v: true })));
  return [...all].filter((one) => /^[a-z]{1,6}$/.test(one)).sort();
}

function write(name, docstring, rows) {
  writeFileSync(
    join(import.meta.dirname, 'src/data', `${name}.ts`),
    `/** ${docstring} Made by make-tables.mjs. */\nexport const ${camel(name)} =\n  '${rows.join('|')}';\n`,
  );
}
const camel = (name) => name.replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase());

write(
  'look-alike-rows',
  'An ASCII letter or digit, then what looks like it: UTS #39 17.0.0, © 2025 Unicode, Inc., under the Unicode licence.',
  looksLikeAscii(),
);
write(
  'split-rows',
  'A character, then how people write it in pieces: kfcd/chaizi (CC BY 3.0) and cjk-decomp (Apache-2.0), for the characters of GB 2312.',
  splits(),
);
write('homophone-rows', 'From 0 to 9: characters that sound like the digit, by pinyin-pro, among those of GB 2312.', homophones());
write('syllable-rows', 'Every syllable of Mandarin as it is typed, by pinyin-pro.', syllables());
