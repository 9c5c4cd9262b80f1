import type { SearchHit } from '@yunhui/contracts';
import { type Match, matchIn, pieceOf, type ReadableText, termsOf } from '../../platform/reading/index.js';

/** One searchable text of a thing. `shown`: it is the title, or stands in for it (an alias), and may be marked. */
export type SearchField = { readable: ReadableText; weight: number; shown?: string };
/** A thing that can be found. Without `campaign` it belongs to none and is found in all. */
export type SearchDocument = { hit: Omit<SearchHit, 'marks'>; campaign?: string; fields: readonly SearchField[] };
/** A campaign with those inside it, and with those around it. */
export type Campaigns = { within: ReadonlySet<string>; around: ReadonlySet<string> };
/** A document and where the query stands in it. `shown` is the text that may be marked. */
type Found = { document: SearchDocument; score: number; shown?: string; marks: [number, number][] };

/** What people mostly look for comes first among equals. */
const kindWeight: Record<SearchHit['kind'], number> = { channel: 1.3, organization: 1.1, session: 1, topic: 1, activity: 0.9 };
/** Of each: more than anybody looks through, and enough that a session's other days leave a full page. */
const mostOfKind = 500;
/** Terms that stand apart are worth less than the query in one piece. */
const apart = 0.6;

type Matcher = (field: SearchField) => Match | undefined;

/** Everything that can be found, in memory: a look through all of it takes milliseconds. */
export class SearchIndex {
  constructor(private readonly documents: readonly SearchDocument[]) {}

  get size(): number {
    return this.documents.length;
  }

  /** What matches in these campaigns, best first; equals stay in the documents’ order, provinces before counties. */
  find(query: string, campaigns: Campaigns): SearchHit[] {
    const piece = pieceOf(query);
    if (piece === '') return [];
    const terms = termsOf(query).map((term) => matcherOf(term));
    const whole = matcherOf(piece);
    const found: Found[] = [];
    for (const document of this.documents) {
      if (!isIn(document, campaigns)) continue;
      const best = bestOf(document, whole) ?? (terms.length > 1 ? allOf(document, terms) : undefined);
      if (best) found.push({ ...best, score: best.score * kindWeight[document.hit.kind] });
    }
    return bestOfEachKind(found.sort((a, b) => b.score - a.score)).map(hitOf);
  }
}

/** A matcher that remembers: places, forms and domains are the same text in thousands of documents. */
function matcherOf(query: string): Matcher {
  const known = new Map<ReadableText, Match | undefined>();
  return ({ readable, shown }) => {
    if (shown !== undefined) return matchIn(readable, query);
    if (!known.has(readable)) known.set(readable, matchIn(readable, query));
    return known.get(readable);
  };
}

/** A campaign-wide topic is carried by the campaigns inside it; everything else is found from outside only. */
function isIn({ campaign, hit }: SearchDocument, { within, around }: Campaigns): boolean {
  return campaign === undefined || within.has(campaign) || (hit.kind === 'topic' && around.has(campaign));
}

/** The field in which the query stands best in one piece. */
function bestOf(document: SearchDocument, matcher: Matcher): Found | undefined {
  let best: { field: SearchField; match: Match; score: number } | undefined;
  for (const field of document.fields) {
    if (field.weight <= (best?.score ?? 0)) continue;
    const match = matcher(field);
    if (match && match.quality * field.weight > (best?.score ?? 0)) best = { field, match, score: match.quality * field.weight };
  }
  if (!best) return undefined;
  const { field, match, score } = best;
  return { document, score, shown: field.shown, marks: field.shown === undefined ? [] : [[match.from, match.to]] };
}

/** Every term somewhere, each where it stands best. */
function allOf(document: SearchDocument, terms: readonly Matcher[]): Found | undefined {
  let sum = 0;
  const marks: [number, number][] = [];
  for (const term of terms) {
    const best = bestOf(document, term);
    if (!best) return undefined;
    sum += best.score;
    if (best.shown === document.hit.title) marks.push(...best.marks);
  }
  return { document, score: (apart * sum) / terms.length, shown: document.hit.title, marks: joined(marks) };
}

/** No kind takes another's place: what is found stays in its order. */
function bestOfEachKind(found: readonly Found[]): Found[] {
  const seen = new Map<SearchHit['kind'], number>();
  return found.filter(({ document: { hit } }) => {
    const before = seen.get(hit.kind) ?? 0;
    seen.set(hit.kind, before + 1);
    return before < mostOfKind;
  });
}

/** A thing found by its alias shows the alias, with the exact full name beside it. */
function hitOf({ document: { hit }, shown, marks }: Found): SearchHit {
  if (shown === undefined || shown === hit.title) return { ...hit, marks };
  return { ...hit, title: shown, subtitle: hit.title, marks };
}

/** Marks in order, those that touch as one. */
function joined(marks: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const before = kept.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else kept.push([from, to]);
  }
  return kept;
}
