import type { Block, CellProblem, ProgrammeTag, SheetColumn } from '@yunhui/contracts';

/** What stands over a column, in both languages, other heads it is known by, and a row of the template. */
export type SheetHead = { zh: string; en: string; also?: readonly string[]; example: string };

/** The columns of the sheet of activities; the template has them in this order. */
export const sheetHeads: Record<SheetColumn, SheetHead> = {
  id: { zh: '编号', en: 'Number', also: ['序号', 'No.', 'ID'], example: '例' },
  title: { zh: '活动名称', en: 'Title', also: ['名称', '活动主题'], example: '走进地震台' },
  time: { zh: '活动时间', en: 'Time', also: ['时间', '举办时间'], example: '9月中下旬（暂定）' },
  place: { zh: '活动地点', en: 'Place', also: ['地点', '举办地点'], example: '广西地震台' },
  mode: { zh: '举办方式', en: 'Mode', also: ['活动方式'], example: '线上线下结合' },
  block: { zh: '所属板块', en: 'Block', also: ['板块'], example: '区域活动' },
  forms: { zh: '线上形式', en: 'Online forms', also: ['活动形式'], example: '直播、云课堂' },
  domains: { zh: '领域', en: 'Domains', also: ['所属领域'], example: '应急科普、防灾避险' },
  tags: { zh: '五百双千', en: 'Programme', example: '百校' },
  hosts: { zh: '主办单位', en: 'Hosts', example: '广西壮族自治区科学技术协会' },
  undertakers: { zh: '承办单位', en: 'Undertakers', example: '' },
  coOrganizers: { zh: '协办单位', en: 'Co-organizers', example: '' },
  summary: { zh: '活动简介', en: 'Summary', also: ['活动内容', '简介', '主要内容'], example: '看预警怎样抢出几秒。' },
  audience: { zh: '参与规模', en: 'Audience', also: ['规模', '预计参与人数'], example: '线下 120 人，线上不限' },
  riskPlan: { zh: '风险预案', en: 'Risk plan', also: ['安全预案'], example: '报告厅两侧出口常开，安全员两名。' },
  session: { zh: '场次名称', en: 'Session', also: ['直播名称'], example: '预警怎样抢出几秒' },
  sessionTime: { zh: '场次时间', en: 'Session time', also: ['直播时间'], example: '9月28日 15:00—16:30' },
  address: { zh: '直播地址', en: 'Stream', also: ['直播链接'], example: 'https://live.example.org/a.m3u8' },
};

export const modeWords = { online: '线上', offline: '线下', hybrid: '线上线下结合' } as const;

export const blockWords: Record<Block, string> = {
  main: '主场活动',
  ministry: '部委系统活动',
  regional: '区域活动',
  'joint.society': '学会科普联合行动',
  'joint.enterprise': '企业科普联合行动',
  'joint.museum': '科技馆联合行动',
  'joint.base': '科普基地联合行动',
  'special.youth': '青少年科普专项行动',
  'special.elderly': '银龄科普专项行动',
  'special.scientist': '科学家讲科普专项行动',
  'special.agritech': '农技协科普专项行动',
  'special.cloud': '云上科普日专项行动',
  'special.participant': '特别参与单位专项行动',
};

export const tagWords: Record<ProgrammeTag, string> = {
  baihui: '百会',
  baixiao: '百校',
  baiqi: '百企',
  bainong: '百农',
  baidi: '百地',
  qiancun: '千村',
  qianshe: '千社',
};

/** What can be wrong in a cell. A new one does not compile until it has its words; `{name}` is filled in. */
const cellWords = {
  'cell.missing': { zh: '不能空', en: 'Must not be empty' },
  'cell.twice': { zh: '同一张表里有两行编号是“{text}”', en: 'Two rows of this sheet have the number “{text}”' },
  'cell.too-long': { zh: '最多 {most} 个字', en: 'At most {most} characters' },
  'cell.too-many': { zh: '最多 {most} 个', en: 'At most {most}' },
  'cell.unknown-word': { zh: '不认得“{text}”。可填：{choices}', en: '“{text}” is not known. Possible: {choices}' },
  'cell.unreadable-time': {
    zh: '读不懂“{text}”。可写：2023年9月18日、9月中下旬、9—11月、9月17—23日、9月27日 09:30—11:00，没定准的加（暂定）',
    en: '“{text}” cannot be read. Possible: 2023年9月18日, 9月中下旬, 9—11月, 9月17—23日, 9月27日 09:30—11:00, with （暂定） while it is open',
  },
  'cell.unplayable': {
    zh: '这不是能播放或打开的地址：推流地址、带密码的和浏览器放不了的都不行',
    en: 'Not an address that can be played or opened: none to push to, with a password, or of a form browsers do not play',
  },
  'cell.no-session': { zh: '没有场次名称，这一格用不上', en: 'There is no session for it' },
  'cell.formula': { zh: '这一格是公式，请改成文字', en: 'This cell is a formula: make it text' },
  'cell.locked': {
    zh: '已经交上去了，不能从表格改；请在填报里撤回或等退回',
    en: 'Already submitted, so it cannot be changed from a sheet: withdraw it, or wait for its return',
  },
  'cell.changed-meanwhile': { zh: '刚刚有人改过，请再导入一次', en: 'Somebody has just changed it: import it again' },
  'cell.alias': { zh: '“{text}”与公章全称不一致，全称是“{instead}”', en: '“{text}” is not the name on the seal, which is “{instead}”' },
  'cell.unknown-unit': { zh: '登记库里没有“{text}”', en: '“{text}” is not in the registry' },
} as const;

export type CellCode = keyof typeof cellWords;
type Fill = Record<string, string | number>;

/** A problem with its words in both languages. Words of a unit are soft: a draft may have them for now. */
export function cellProblem(column: SheetColumn, code: CellCode, fill: Fill = {}): CellProblem {
  const severity = code === 'cell.alias' || code === 'cell.unknown-unit' || code === 'cell.no-session' ? 'soft' : 'hard';
  const filled = (words: string) => words.replace(/\{(\w+)\}/gu, (_, name: string) => String(fill[name] ?? ''));
  return { column, code, severity, says: { zh: filled(cellWords[code].zh), en: filled(cellWords[code].en) } };
}
