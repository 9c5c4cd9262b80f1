/** What a file of lists holds: rows as they are, which the hub judges one by one. */
export type ListFile = { ok: true; terms: unknown[]; allow: unknown[] } | { ok: false };

/** Reads `[{term…}]`, `[{phrase…}]`, `["phrase"]` or `{terms: […], allow: […]}`. What is neither is no list. */
export function listsIn(text: string): ListFile {
  const value = parsed(text);
  if (Array.isArray(value)) {
    const isAllow = value.every((row) => typeof row === 'string' || has(row, 'phrase'));
    return isAllow ? { ok: true, terms: [], allow: value.map(asPhrase) } : { ok: true, terms: value, allow: [] };
  }
  if (typeof value !== 'object' || value === null) return { ok: false };
  const { terms = [], allow = [] } = value as { terms?: unknown; allow?: unknown };
  if (!Array.isArray(terms) || !Array.isArray(allow) || terms.length + allow.length === 0) return { ok: false };
  return { ok: true, terms, allow: allow.map(asPhrase) };
}

const has = (row: unknown, key: string): boolean => typeof row === 'object' && row !== null && key in row;
const asPhrase = (row: unknown): unknown => (typeof row === 'string' ? { phrase: row } : row);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
