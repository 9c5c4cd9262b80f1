import type { ActivityForm } from '@yunhui/contracts';
import type { Found } from './finding.js';

/** How a written name stands in the registry: the exact full name on the seal, another name of a unit, or none. */
export type NameMatch = { is: 'exact' } | { is: 'alias'; fullName: string } | { is: 'unknown' };
export type Registry = (name: string) => NameMatch;

/** What the form still lacks. A part that only some activities need is asked of those. */
export function missingParts(form: ActivityForm): Found[] {
  const isOnline = form.mode === 'online' || form.mode === 'hybrid';
  const isOnSite = form.mode === 'offline' || form.mode === 'hybrid';
  const lacks: [boolean, Found][] = [
    [!form.title, { code: 'title.missing', severity: 'hard', field: 'title' }],
    [!form.summary, { code: 'summary.missing', severity: 'soft', field: 'summary' }],
    [!form.mode, { code: 'mode.missing', severity: 'hard', field: 'mode' }],
    [!form.block, { code: 'block.missing', severity: 'hard', field: 'block' }],
    [isOnline && form.forms.length === 0, { code: 'forms.missing', severity: 'hard', field: 'forms' }],
    [!form.time, { code: 'time.missing', severity: 'hard', field: 'time' }],
    [isOnSite && !form.place?.text, { code: 'place.missing', severity: 'hard', field: 'place' }],
    [form.hosts.length === 0, { code: 'hosts.missing', severity: 'hard', field: 'hosts' }],
    [isOnSite && !form.riskPlan, { code: 'riskPlan.missing', severity: 'hard', field: 'riskPlan' }],
    [isOnline && form.sessions.length === 0, { code: 'sessions.missing', severity: 'soft', field: 'sessions' }],
  ];
  return lacks.flatMap(([isLacking, found]) => (isLacking ? found : []));
}

const parties = ['hosts', 'undertakers', 'coOrganizers'] as const;

/** Names that are not the exact full names on the seals; hosts and undertakers must be, co-organizers may be explained. */
export function nameFindings(form: ActivityForm, registry: Registry, filedBy: string): Found[] {
  const wrong = parties.flatMap((field) => form[field].flatMap(({ name }, at) => nameFinding({ name, at, field }, registry(name)) ?? []));
  const isNamed = [...form.hosts, ...form.undertakers].some(({ name }) => name === filedBy);
  if (isNamed || form.hosts.length === 0) return wrong;
  return [...wrong, { code: 'unit.not-named', severity: 'soft', field: 'hosts', fill: { name: filedBy } }];
}

function nameFinding(
  { name, at, field }: { name: string; at: number; field: (typeof parties)[number] },
  match: NameMatch,
): Found | undefined {
  const severity = field === 'coOrganizers' ? 'soft' : 'hard';
  if (match.is === 'alias') return { code: 'unit.alias', severity, field, at, fill: { name, instead: match.fullName } };
  if (match.is === 'unknown') return { code: 'unit.unknown', severity, field, at, fill: { name } };
  return undefined;
}

/** How many key activities a unit has with this one, and how many it is asked for. */
export type Quota = { count: number; min?: number; max?: number };

/** What submitting does to the unit's quota. */
export function quotaFinding({ count, min, max }: Quota): Found {
  const fill = { count, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const code = min !== undefined && count < min ? 'quota.below' : max !== undefined && count > max ? 'quota.above' : 'quota.met';
  return { code, severity: 'note', field: 'block', fill };
}
