/** Endings under which addresses are handed around without a scheme. A longer list would take `Node.js` and `2.5km` for addresses. */
const endings =
  'com|cn|net|org|gov|edu|info|biz|top|xyz|vip|cc|tv|io|app|shop|site|online|club|icu|link|live|wang|ink|fun|ltd|tech|store|group|pub|mobi|asia|pro|cloud|中国|公司|网络|网址|商城';
/** A name in an address: letters of any script, digits, hyphens inside. */
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}[\\p{L}\\p{N}])?';
const latin = '[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?';

/** In the order of what is found most: a scheme, `www.`, a known ending, any ending with a path, an address of numbers with a port or path. */
const links = [
  /(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/\S/iu,
  /(?<![a-z0-9])mailto:\S/iu,
  new RegExp(`(?<![\\p{L}\\p{N}])www\\.${label}`, 'iu'),
  new RegExp(`(?<![a-z0-9@-])(?:${latin}\\.)+(?:${endings}|xn--[a-z0-9-]+)(?![a-z0-9-])(?!\\.[a-z0-9])`, 'iu'),
  new RegExp(`(?<![a-z0-9@-])(?:${latin}\\.)+[a-z]{2,24}/[\\p{L}\\p{N}?#_~-]`, 'iu'),
  new RegExp(`${label}\\.(?:中国|公司|网络|网址|商城)(?![\\p{L}\\p{N}])`, 'iu'),
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5}|\/\S)/u,
];

/** What stands for a dot in an address that is to be read past a filter. */
const disguises: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z0-9-])\s*[。．｡・]\s*(?=[a-z0-9])/giu, '.'],
  [/(?<=[a-z0-9])\s*(?:\(dot\)|\[dot\]|\{dot\}|（点）|【点】|点)\s*(?=(?:com|cn|net|org|top|xyz|vip|cc)(?![a-z]))/giu, '.'],
];

/** Most texts have nothing that an address is made with. */
const mayLink = /[.．。｡・点:：]|dot/iu;

/** Whether a text has an address to open or to copy: of the web, of an application, of a mailbox by `mailto:`. */
export function hasLink(text: string): boolean {
  if (!mayLink.test(text)) return false;
  const plain = disguises.reduce((read, [disguise, sign]) => read.replace(disguise, sign), text.normalize('NFKC').toLowerCase());
  return links.some((link) => link.test(plain));
}
