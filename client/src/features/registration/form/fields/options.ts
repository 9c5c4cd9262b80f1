import type { ActivityForm } from '@yunhui/contracts';
import { allOf } from '../../../../platform/all-of.js';

type OneOf<List extends readonly unknown[]> = List[number];

export const blocks = allOf<NonNullable<ActivityForm['block']>>({
  main: true,
  ministry: true,
  regional: true,
  'joint.society': true,
  'joint.enterprise': true,
  'joint.museum': true,
  'joint.base': true,
  'special.youth': true,
  'special.elderly': true,
  'special.scientist': true,
  'special.agritech': true,
  'special.cloud': true,
  'special.participant': true,
});

export const onlineForms = allOf<OneOf<ActivityForm['forms']>>({
  直播: true,
  短视频展播: true,
  话题互动: true,
  VR: true,
  小程序: true,
  网上答题: true,
  知识竞赛: true,
  云讲堂: true,
  云课堂: true,
  云看展: true,
  云发布: true,
});

export const domains = allOf<OneOf<ActivityForm['domains']>>({
  科技创新: true,
  科学教育: true,
  数字素养: true,
  生态文明: true,
  卫生健康: true,
  应急科普: true,
  农业科技: true,
  核科普: true,
  水利科普: true,
  科普创作: true,
  知识产权: true,
  食品安全: true,
  国防: true,
  防灾避险: true,
  安全生产: true,
});

export const programmeTags = allOf<OneOf<ActivityForm['programmeTags']>>({
  baihui: true,
  baixiao: true,
  baiqi: true,
  bainong: true,
  baidi: true,
  qiancun: true,
  qianshe: true,
});
