import type { FilingFinding, FormField, Severity } from '@yunhui/contracts';
import { type FindingCode, findingWords } from './finding-words.js';

/** What a rule finds: its words are filled with `fill`. */
export type Found = {
  code: FindingCode;
  severity: Severity;
  field: FormField;
  at?: string | number;
  fill?: Record<string, string | number>;
};

/** A finding with its words in both languages. */
export function toFilingFinding({ code, severity, field, at, fill = {} }: Found): FilingFinding {
  const { says, ...rest } = findingWords[code];
  const instead = fill['instead'];
  return {
    code,
    severity,
    field,
    ...(at !== undefined && { at }),
    says: { zh: filled(says.zh, fill), en: filled(says.en, fill) },
    ...('todo' in rest && { todo: rest.todo }),
    ...(typeof instead === 'string' && { instead }),
  };
}

function filled(words: string, fill: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/gu, (_, name: string) => String(fill[name] ?? ''));
}

const gravity: Record<Severity, number> = { hard: 0, soft: 1, note: 2 };

/** What must be mended first, then what may be explained; within that in the order of the form. */
export function byGravity(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
}
