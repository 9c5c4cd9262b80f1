/**
 * Search parameters are text, as people read and share them: `?region=450000`. The router's own reading makes a number
 * of it and writes quotes around it.
 */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[key, value]] : []));
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}
