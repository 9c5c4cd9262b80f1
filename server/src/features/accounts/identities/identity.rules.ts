const longestLabel = 80;

/** What an ID token may call somebody, the plainest first. */
type Claims = Readonly<Record<string, unknown>>;
const names = ['preferred_username', 'name', 'email'] as const;

/** What somebody is called for themselves to know which of their identities it is. It never says who they are. */
export function labelOf(claims: Claims): string {
  const given = names.map((name) => claims[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '');
  return [...(given ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()].slice(0, longestLabel).join('');
}
