import { z } from 'zod';
import { Day, FuzzyTime } from './fuzzy-time.js';
import { Instant, RegionKey, Slug } from './ids.js';
import { LinkVerdict } from './links.js';

/** Where an activity stands, from its draft to the archive. */
export const ActivityState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'resubmitted',
  'approved',
  'published',
  'live',
  'ended',
  'supplementing',
  'summarised',
  'archived',
  'withdrawn',
  'cancelled',
  'postponed',
  'blocked',
]);
export type ActivityState = z.infer<typeof ActivityState>;

/** 线上活动的形式, as the notices name them. */
export const OnlineForm = z.enum([
  '直播',
  '短视频展播',
  '话题互动',
  'VR',
  '小程序',
  '网上答题',
  '知识竞赛',
  '云讲堂',
  '云课堂',
  '云看展',
  '云发布',
]);

/** 板块: what part of a campaign an activity belongs to. */
export const Block = z.enum([
  'main',
  'ministry',
  'regional',
  'joint.society',
  'joint.enterprise',
  'joint.museum',
  'joint.base',
  'special.youth',
  'special.elderly',
  'special.scientist',
  'special.agritech',
  'special.cloud',
  'special.participant',
]);
export type Block = z.infer<typeof Block>;

export const Domain = z.enum([
  '科技创新',
  '科学教育',
  '数字素养',
  '生态文明',
  '卫生健康',
  '应急科普',
  '农业科技',
  '核科普',
  '水利科普',
  '科普创作',
  '知识产权',
  '食品安全',
  '国防',
  '防灾避险',
  '安全生产',
]);

/** 五百双千: 百会 百校 百企 百农 百地 千村 千社. */
export const ProgrammeTag = z.enum(['baihui', 'baixiao', 'baiqi', 'bainong', 'baidi', 'qiancun', 'qianshe']);
export type ProgrammeTag = z.infer<typeof ProgrammeTag>;

const words = (most: number) => z.string().trim().max(most);

/** A unit as the host wrote it. Whether that is its exact name is a finding, not a condition of writing. */
export const NamedUnit = z.object({ name: words(100) });
export type NamedUnit = z.infer<typeof NamedUnit>;

/** A link that a session is to play, as pasted, with what the last check-up said of it. */
export const WantedLink = z.object({ address: words(2_000), label: words(60).optional(), verdict: LinkVerdict.optional() });
export type WantedLink = z.infer<typeof WantedLink>;

export const WantedSession = z.object({
  /** The client's, so that a finding can point at a session that was moved in the list. */
  id: z.uuid(),
  title: words(60),
  form: OnlineForm.optional(),
  time: FuzzyTime.optional(),
  summary: words(500).optional(),
  links: z.array(WantedLink).max(6),
  captions: z.boolean().optional(),
  signLanguage: z.boolean().optional(),
});
export type WantedSession = z.infer<typeof WantedSession>;

export const WantedPlace = z.object({ text: words(200), tentative: z.boolean(), region: RegionKey.optional() });

/** The form as far as it is filled in: a draft may be kept at any moment, so nothing but its shape is asked here. */
export const ActivityForm = z.object({
  title: words(100),
  summary: words(2_000).optional(),
  mode: z.enum(['online', 'offline', 'hybrid']).optional(),
  block: Block.optional(),
  forms: z.array(OnlineForm).max(11),
  domains: z.array(Domain).max(15),
  programmeTags: z.array(ProgrammeTag).max(7),
  time: FuzzyTime.optional(),
  place: WantedPlace.optional(),
  /** 主办: the first one's ladder reviews it. */
  hosts: z.array(NamedUnit).max(30),
  /** 承办. */
  undertakers: z.array(NamedUnit).max(30),
  coOrganizers: z.array(NamedUnit).max(30),
  sessions: z
    .array(WantedSession)
    .max(40)
    .refine((sessions) => new Set(sessions.map(({ id }) => id)).size === sessions.length, 'must each have an id of their own'),
  /** How many are expected, in the host's words. */
  audience: words(200).optional(),
  /** 风险预案. */
  riskPlan: words(4_000).optional(),
});
export type ActivityForm = z.infer<typeof ActivityForm>;

/** A part of the form that a finding or a return speaks of. */
export const FormField = z.enum([
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
]);
export type FormField = z.infer<typeof FormField>;

/** `hard` must be mended, `soft` may be explained, `note` is only told. */
export const Severity = z.enum(['hard', 'soft', 'note']);
export type Severity = z.infer<typeof Severity>;

const InBoth = z.object({ zh: z.string(), en: z.string() });

/** Something that a host is told before a reviewer would have to. */
export const FilingFinding = z.object({
  /** `thing.reason`; the list grows. */
  code: z.string(),
  severity: Severity,
  field: FormField,
  /** Which of a list: the session's id, or the unit's place from 0. */
  at: z.union([z.uuid(), z.int()]).optional(),
  says: InBoth,
  todo: InBoth.optional(),
  /** What the field could say instead, to be taken over by one click. */
  instead: z.string().optional(),
});
export type FilingFinding = z.infer<typeof FilingFinding>;

/** 请在 N 天内提交（审核约需 M 个工作日）: what the host sees of the calendar. None while nobody knows when it begins. */
export const FilingDeadline = z.object({
  publishBy: Day,
  submitBy: Day,
  /** Today counts; 0: it is over. */
  daysLeft: z.int().min(0),
  reviewWorkingDays: z.int(),
});
export type FilingDeadline = z.infer<typeof FilingDeadline>;

/** `GET /api/v1/filings/{id}/findings`. */
export const FilingFindings = z.object({ items: z.array(FilingFinding), deadline: FilingDeadline.optional() });
export type FilingFindings = z.infer<typeof FilingFindings>;

/** Why a part of the form came back. */
export const ReturnCode = z.enum([
  'incomplete',
  'wrong-name',
  'wrong-time',
  'unplayable',
  'no-basis',
  'vague',
  'mismatch',
  'unsafe',
  'other',
]);
export type ReturnCode = z.infer<typeof ReturnCode>;
export const ReturnReason = z.object({ field: FormField, code: ReturnCode, note: words(500).optional() });
export type ReturnReason = z.infer<typeof ReturnReason>;

/** One step that somebody took: who, when, from, to. */
export const FilingStep = z.object({
  event: z.string(),
  from: ActivityState,
  to: ActivityState,
  /** The level's scope it was taken at; none of the host's own. */
  scope: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: Instant,
  reason: z.string().optional(),
});
export type FilingStep = z.infer<typeof FilingStep>;

/** A line of a list of filings. */
export const FilingCard = z.object({
  id: z.uuid(),
  version: z.int(),
  state: ActivityState,
  title: z.string(),
  organization: z.object({ key: z.string(), name: z.string() }),
  campaign: Slug,
  time: FuzzyTime.optional(),
  /** The scopes that review it, lowest first, and which of them it is at. */
  ladder: z.array(z.string()),
  /** 联合: the regions of its other hosts, when there are any. */
  joint: z.array(z.string()).optional(),
  level: z.int(),
  updatedAt: Instant,
  submittedAt: Instant.optional(),
});
export type FilingCard = z.infer<typeof FilingCard>;

/** An activity as its host registers it. */
export const Filing = FilingCard.extend({
  form: ActivityForm,
  /** What came back with the last return; none once it was submitted again. */
  reasons: z.array(ReturnReason),
  steps: z.array(FilingStep),
});
export type Filing = z.infer<typeof Filing>;

/** `GET /api/v1/filings`: one's own and one's units', the last touched first. */
export const FilingPage = z.object({ items: z.array(FilingCard), next: z.string().optional() });
export type FilingPage = z.infer<typeof FilingPage>;

/** `POST /api/v1/filings`: a draft, empty or a copy of an older filing 沿用去年 without its times. */
export const BeginFiling = z.object({
  organization: z.string().min(1).max(64),
  campaign: Slug,
  form: ActivityForm.optional(),
  copyOf: z.uuid().optional(),
});
export type BeginFiling = z.infer<typeof BeginFiling>;

/** `PUT /api/v1/filings/{id}`: keeps the draft as it is now; `version` is the one it was read with. */
export const SaveFiling = z.object({ version: z.int(), form: ActivityForm });
export type SaveFiling = z.infer<typeof SaveFiling>;

/** `POST /api/v1/filings/{id}/submit`: `reason` explains what is only soft. */
export const SubmitFiling = z.object({ version: z.int(), reason: words(500).optional() });
export type SubmitFiling = z.infer<typeof SubmitFiling>;

/** `POST /api/v1/filings/{id}/withdraw`. */
export const WithdrawFiling = z.object({ version: z.int(), reason: words(500).min(1) });
export type WithdrawFiling = z.infer<typeof WithdrawFiling>;

/**
 * `GET /api/v1/filings/units`: the units one files for, with the scopes that review what they file, lowest first. Until one
 * is verified nothing is handed in.
 */
export const FilingUnits = z.object({
  items: z.array(z.object({ key: z.string(), name: z.string(), region: RegionKey, ladder: z.array(z.string()), isVerified: z.boolean() })),
});
export type FilingUnits = z.infer<typeof FilingUnits>;
