/** An address in its parts, lower-cased where case says nothing. */
export type Address = { scheme: string; host: string; hasPassword: boolean; path: string; query: string };

const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\\s]+)([^?#\s]*)(\?[^#\s]*)?/i;

/**
 * Takes an address apart by its looks; none when it is none. For telling kinds of addresses apart on both sides of the
 * wire. Whether one may be asked for is the guard's to say, which parses it as the network does.
 */
export function addressParts(address: string): Address | undefined {
  const [, scheme = '', authority = '', path = '', query = ''] = parts.exec(address) ?? [];
  if (scheme === '') return undefined;
  const at = authority.lastIndexOf('@');
  const host = authority
    .slice(at + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  return { scheme: scheme.toLowerCase(), host, hasPassword: at >= 0, path, query };
}
