import type { ActivityForm, FormField } from '@yunhui/contracts';

export type FieldDifference = { field: FormField; before: unknown; after: unknown };

/** The parts of the form, in its order. */
export const formFields = [
  'title',
  'summary',
  'mode',
  'block',
  'forms',
  'domains',
  'programmeTags',
  'time',
  'place',
  'hosts',
  'undertakers',
  'coOrganizers',
  'sessions',
  'audience',
  'riskPlan',
  'cover',
] as const satisfies readonly FormField[];

/** The parts of a form that are others than before, in the form's order. */
export function differenceOf(before: ActivityForm, after: ActivityForm): FieldDifference[] {
  return formFields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((one) => canonical(one.before) !== canonical(one.after));
}

/** The same value is the same text, in whatever order its keys were kept; a part that is left out is a part that is empty. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
    .join()}}`;
}

/** A form of which nothing is filled in. */
export const blankForm: ActivityForm = {
  title: '',
  forms: [],
  domains: [],
  programmeTags: [],
  hosts: [],
  undertakers: [],
  coOrganizers: [],
  sessions: [],
};

/** A form to begin anew from 沿用去年: all but its times, its sessions, what a check-up said, and its cover, which belongs to one filing. */
export function copyOfForm({ time: _, sessions: __, cover: ___, ...kept }: ActivityForm): ActivityForm {
  return { ...kept, sessions: [] };
}
