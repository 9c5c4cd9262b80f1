import { type ImportedLists, ScreeningPhrase, ScreeningTerm } from '@yunhui/contracts';
import type { z } from 'zod';

export type RefusedRow = ImportedLists['refused'][number];
/** What an import asks for, row by row: those that can be kept, and why the others cannot. */
export type ReadRows = { terms: ScreeningTerm[]; phrases: string[]; refused: RefusedRow[] };
/** How kept rows differ from what is there. */
export type ListDifference = Pick<ImportedLists, 'added' | 'changed' | 'same'>;

/** Reads rows as they are in a file. A row says everything that is wrong with its first wrong field; the others are read all the same. */
export function readRows(terms: readonly unknown[], allow: readonly unknown[]): ReadRows {
  const refused: RefusedRow[] = [];
  const readTerms = readList('terms', terms, ScreeningTerm, refused);
  const ids = new Set<string>();
  for (const { row, value } of readTerms) {
    if (ids.has(value.id)) refused.push({ list: 'terms', row, field: 'id', problem: 'stands in the file twice' });
    if (!canBeFound(value.term)) refused.push({ list: 'terms', row, field: 'term', problem: 'has no letter and no digit' });
    ids.add(value.id);
  }
  const readPhrases = readList('allow', allow, ScreeningPhrase, refused);
  for (const { row, value } of readPhrases)
    if (!canBeFound(value.phrase)) refused.push({ list: 'allow', row, field: 'phrase', problem: 'has no letter and no digit' });
  const phrases = [...new Set(readPhrases.map(({ value }) => value.phrase))];
  return { terms: readTerms.map(({ value }) => value), phrases, refused };
}

/** What keeping the rows would change. A phrase that is there is the same. */
export function differenceFrom(
  { terms, phrases }: Pick<ReadRows, 'terms' | 'phrases'>,
  known: { terms: readonly ScreeningTerm[]; phrases: readonly string[] },
): ListDifference {
  const before = new Map(known.terms.map((term) => [term.id, term]));
  const there = new Set(known.phrases);
  const difference = { added: 0, changed: 0, same: 0 };
  for (const term of terms) difference[howOther(term, before.get(term.id))] += 1;
  for (const phrase of phrases) difference[there.has(phrase) ? 'same' : 'added'] += 1;
  return difference;
}

/** Screening looks for letters and digits only: anything else would be listed and never found. */
export const canBeFound = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function howOther(term: ScreeningTerm, before: ScreeningTerm | undefined): keyof ListDifference {
  if (!before) return 'added';
  const isSame = (['term', 'category', 'level', 'action'] as const).every((field) => term[field] === before[field]);
  return isSame ? 'same' : 'changed';
}

function readList<Value>(
  list: RefusedRow['list'],
  rows: readonly unknown[],
  schema: z.ZodType<Value>,
  refused: RefusedRow[],
): { row: number; value: Value }[] {
  return rows.flatMap((given, row) => {
    const { success, data, error } = schema.safeParse(given);
    if (success) return [{ row, value: data }];
    const [issue] = error.issues;
    refused.push({ list, row, field: issue?.path.join('.') ?? '', problem: issue?.message ?? 'cannot be read' });
    return [];
  });
}
