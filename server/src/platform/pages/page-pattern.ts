/** What a path says by a pattern, or nothing when it is another kind of path. */
export type PagePattern = (path: string) => Record<string, string> | undefined;

/** `/c/{campaign}/matrix` says `campaign` of `/c/guangxi/matrix`. A slash at the end makes no other page. */
export function pagePattern(written: string): PagePattern {
  const parts = partsOf(written);
  return (path) => {
    const given = partsOf(path);
    if (given.length !== parts.length) return undefined;
    const params: Record<string, string> = {};
    for (const [at, part] of parts.entries()) {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      const value = given[at] ?? '';
      if (name) params[name] = value;
      else if (part !== value) return undefined;
    }
    return params;
  };
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
