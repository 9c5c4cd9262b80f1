import type { CampaignWindow } from '@yunhui/contracts';
import { type CampaignRules, type CutOff, type Quota, type SupplementRule, usualLead, usualSupplement } from '@yunhui/domain';
import { z } from 'zod';

/** Of a notice, what filing asks: a rule that it does not state is missing or null, and then the product's own holds. */
const Notice = z.object({
  rules: z
    .object({
      filingWindow: z.object({ value: z.object({ from: z.iso.date().nullish(), to: z.iso.date().nullish() }) }).optional(),
      supplementDays: z.object({ value: z.int().min(1) }).optional(),
      cutOffs: z.array(z.object({ key: z.string(), date: z.iso.date().nullish(), what: z.string().nullish() })).optional(),
      leadDays: z.object({ value: z.int().min(0), enforcement: z.enum(['hard', 'soft']).nullish() }).optional(),
    })
    .optional(),
  quotas: z.array(z.object({ unitTypes: z.array(z.string()).optional(), min: z.int().nullish(), max: z.int().nullish() })).optional(),
});

/** The rules of a campaign as its notice states them. Activities take place from its first window's beginning to its last one's end. */
export function campaignRules(notice: unknown, windows: readonly z.infer<typeof CampaignWindow>[]): CampaignRules {
  const { filingWindow, leadDays } = Notice.parse(notice).rules ?? {};
  const { from, to } = filingWindow?.value ?? {};
  const days = {
    from: windows.map((window) => window.from).toSorted(byDay)[0],
    to: windows
      .map((window) => window.to)
      .toSorted(byDay)
      .at(-1),
  };
  return {
    lead: {
      ...usualLead,
      ...(leadDays && { leadDays: leadDays.value }),
      ...(leadDays?.enforcement && { enforcement: leadDays.enforcement }),
    },
    filing: { ...(from && { from }), ...(to && { to }) },
    window: { ...(days.from !== undefined && { from: days.from }), ...(days.to !== undefined && { to: days.to }) },
  };
}

const byDay = (a: string, b: string): number => (a < b ? -1 : 1);

/** What a unit is called where quotas are given. A county's or zone's quota is for all units of the place together. */
const kindOfQuota: Record<string, string> = {
  society: 'society',
  education_base: 'education_base',
  enterprise: 'enterprise_association',
  member_unit: 'department',
  government: 'department',
  office: 'department',
};
const places = ['county', 'functional_zone'];

/** The quota that a unit's activities count for, and whether they are counted for the unit or for its whole place. None is given. */
export function quotaFor(
  notice: unknown,
  unit: { type: string; kind: string },
): (Pick<Quota, 'min' | 'max'> & { per: 'unit' | 'place' }) | undefined {
  const isPlace = places.includes(unit.kind);
  const called = isPlace ? unit.kind : kindOfQuota[unit.type];
  const found = Notice.parse(notice).quotas?.find(({ unitTypes = [] }) => called !== undefined && unitTypes.includes(called));
  if (!found) return undefined;
  const { min, max } = found;
  return { per: isPlace ? 'place' : 'unit', ...(min != null && { min }), ...(max != null && { max }) };
}

/** Of a campaign that stands around an activity, and of its own: what it says, and when its activities take place. */
type Around = { notice: unknown; windows: readonly z.infer<typeof CampaignWindow>[] };

/**
 * How long one supplements by the own notice, and the cut-offs of all notices around it. One before a campaign's window has
 * begun is about its plans, and not about what has taken place.
 */
export function supplementRules(own: unknown, around: readonly Around[]): { rule: SupplementRule; cutOffs: CutOff[] } {
  const { supplementDays } = Notice.parse(own ?? {}).rules ?? {};
  const cutOffs = around.flatMap(({ notice, windows }) => {
    const begins = windows.map(({ from }) => from).toSorted(byDay)[0] ?? '';
    const named = Notice.parse(notice).rules?.cutOffs ?? [];
    return named.flatMap(({ key, date }) => (date && date > begins ? { key, day: date } : []));
  });
  return { rule: { ...usualSupplement, ...(supplementDays && { days: supplementDays.value }) }, cutOffs };
}

/** What a notice's cut-offs ask for, in its own words, by their keys. */
export function cutOffWords(notice: unknown): ReadonlyMap<string, string | undefined> {
  return new Map(Notice.parse(notice).rules?.cutOffs?.map(({ key, what }) => [key, what ?? undefined]));
}
