import { Slug } from '@yunhui/contracts';
import { z } from 'zod';
import { Source } from './demo-campaign.js';

/** Minutes after local midnight. */
const MinuteOfDay = z.int().min(0).max(1440);

const Stretch = z.object({ start: MinuteOfDay, end: MinuteOfDay });

/** A session of the template, fit for any day: `start` and `duration` in minutes. */
export const TemplateSession = z.object({
  key: Slug,
  start: MinuteOfDay,
  duration: z.int().positive(),
  title: z.string(),
  form: z.string(),
  domain: z.string(),
  summary: z.string(),
});
export type TemplateSession = z.infer<typeof TemplateSession>;

/** A channel of the demo. The round-the-clock ones are of level `country` and have no sessions. */
export const DemoChannel = z.object({
  key: Slug,
  slug: Slug,
  region: z.string(),
  level: z.enum(['country', 'province', 'city', 'county']),
  /** The matrix it belongs to, as a notice words it. */
  matrix: z.string().optional(),
  name: z.string(),
  nameEn: z.string(),
  campaign: z.string(),
  activity: z.string(),
  host: z.string(),
  domains: z.array(z.string()),
  speciality: z.object({ title: z.string(), story: z.string(), lineEn: z.string() }),
  sessions: z.array(TemplateSession),
  daytimeGaps: z.array(Stretch),
  /** Keys of own sessions fit for 重播. */
  fillers: z.array(z.string()),
});
export type DemoChannel = z.infer<typeof DemoChannel>;

/** The sample programme: one template for any day. Everything in it is invented and shown as 示例. */
export const DemoProgramme = z.looseObject({
  sample: z.literal(true),
  timezone: z.literal('Asia/Shanghai'),
  serviceHours: Stretch,
  forms: z.array(z.string()),
  deliberateGaps: z.array(Stretch.extend({ scope: z.string(), includesDescendants: z.boolean(), note: z.string() })),
  channels: z.array(DemoChannel),
  fillers: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      form: z.string(),
      durationSec: z.int(),
      summary: z.string(),
      domain: z.string(),
      label: z.string(),
    }),
  ),
  topics: z.array(
    z.object({
      key: z.string(),
      slug: Slug,
      title: z.string(),
      description: z.string(),
      descriptionEn: z.string(),
      domain: z.string(),
      titleSource: z.union([Source, z.literal('sample')]),
    }),
  ),
  /** What demo visitors say. */
  chat: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  polls: z.array(
    z.object({
      key: z.string(),
      question: z.string(),
      questionEn: z.string(),
      type: z.string(),
      maxChoices: z.int(),
      options: z.array(z.object({ key: z.string(), text: z.string(), textEn: z.string() })),
    }),
  ),
  quiz: z.array(
    z.object({
      key: z.string(),
      type: z.enum(['single', 'multiple', 'boolean']),
      domain: z.string(),
      difficulty: z.string(),
      question: z.string(),
      options: z.array(z.object({ key: z.string(), text: z.string() })),
      /** The keys of the right options. */
      answer: z.array(z.string()),
      explanation: z.string(),
    }),
  ),
});
export type DemoProgramme = z.infer<typeof DemoProgramme>;
