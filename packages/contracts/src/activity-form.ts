import { z } from 'zod';
import { FuzzyTime } from './fuzzy-time.js';
import { RegionKey } from './ids.js';
import { LinkVerdict } from './links.js';

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
  /** 封面: an upload that stands for its sessions until there is a picture of them. What is copied or imported has none. */
  cover: z.uuid().optional(),
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
  'cover',
]);
export type FormField = z.infer<typeof FormField>;
