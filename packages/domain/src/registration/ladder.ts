/** A region as far as a ladder asks: its key and kind. */
export type LadderRegion = { key: string; kind: string };

/** 条线: who reviews national units that belong to no region. Their keys are scopes like a region's, below the country. */
export const reviewLines = { ministry: 'LINE-MINISTRY', society: 'LINE-SOCIETY' } as const;
export type ReviewLine = keyof typeof reviewLines;

/** The levels that review; a town or village files with its county, and the country reviews its own units only. */
const levelOfKind: Record<string, number> = {
  village: 0,
  township: 0,
  county: 1,
  functional_zone: 1,
  prefecture: 2,
  sub_provincial_city: 2,
  province_level: 3,
};

/** Types of national units that a line reviews. */
const lineOfType: Record<string, ReviewLine> = { member_unit: 'ministry', society: 'society' };

/** The line that reviews a unit; none when its region does. Below the country a unit is its region's, whatever its type. */
export function lineOf({ type, kind }: { type: string; kind: string }): ReviewLine | undefined {
  return kind === 'country' ? lineOfType[type] : undefined;
}

/** The scope of accounts that came by an invitation: it lies in no region, so they do what their units do and nothing else. */
export const unitScope = 'UNITS';
/** The same of accounts that somebody has made for themselves to apply for a unit: they write drafts, and speak as guests do. */
export const applicantScope = 'APPLICANTS';

/** Whether an account is its owner's word alone: nobody has invited it, appointed it, or let a unit of theirs in. */
export function isSelfMade(grants: readonly { region: string }[]): boolean {
  return grants.length > 0 && grants.every(({ region }) => region === applicantScope);
}

/** Whose subtree a unit belongs to: that of its line, or of its region. */
export function homeOf({ type, region }: { type: string; region: string }, kind: string): string {
  const line = lineOf({ type, kind });
  return line ? reviewLines[line] : region;
}

/**
 * The scopes that review a unit's activities, lowest first: county → city → province, or its line. `path` is the unit's
 * region and those above it. The unit's own level is the first: 自治区单位只需一级.
 */
export function ladderOf(type: string, path: readonly LadderRegion[]): string[] {
  const [own] = path;
  if (!own) return [];
  const line = lineOf({ type, kind: own.kind });
  if (line) return [reviewLines[line]];
  const levels = path.filter(({ kind }) => (levelOfKind[kind] ?? 0) > 0).map(({ key }) => key);
  return levels.length > 0 ? levels : [path.at(-1)?.key ?? own.key];
}

/** Where a ladder stands, and whether it has waited so long that the next level up may decide too. */
export type LadderPlace = { ladder: readonly string[]; level: number; isEscalated: boolean };

/**
 * The level at which somebody decides who reviews these scopes: the one it is at, or, once it has escalated, the next.
 * Nothing for everybody else, those far above included: they read, and their turn comes.
 */
export function decidesAt({ ladder, level, isEscalated }: LadderPlace, scopes: readonly string[]): number | undefined {
  const levels = isEscalated ? [level, level + 1] : [level];
  return levels.find((at) => {
    const scope = ladder[at];
    return scope !== undefined && scopes.includes(scope);
  });
}
