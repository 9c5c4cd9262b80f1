const longest = 500;
/** Segments that are not empty, then perhaps a query: `//elsewhere`, `/\elsewhere` and what a browser makes of tabs are none. */
const ofThisHub = /^\/(?:[^/\\?#\s\p{Cc}]+(?:\/[^/\\?#\s\p{Cc}]+)*\/?)?(?:\?[^\\#\s\p{Cc}]*)?$/u;

/**
 * A page of this hub that somebody comes back to after they were sent to another site, or nothing: a link must not lead through
 * us to where we never send anybody. What stands behind a `#` may be secret, so it is not kept.
 */
export function returnPath(text: string): string | undefined {
  const [path = ''] = text.split('#', 1);
  return path.length <= longest && ofThisHub.test(path) && !path.startsWith('/api/') ? path : undefined;
}
