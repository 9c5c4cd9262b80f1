import { appealOf, reportMessage } from './complainers.js';
import { aModerator } from './moderator.js';
import { aGuestByHttp, sayByHttp, type Speaker } from './speakers.js';

type Said = readonly [channel: string, kind: 'chat' | 'danmaku' | 'question', name: string, text: string];

/** What waits on the desk of the pictures: something listed, something odd, and what is only looked at first. */
const waiting: readonly Said[] = [
  ['chongqing', 'danmaku', '山城脚夫', '桥好看，加微信领内部资料'],
  ['guangxi', 'chat', '看客', '这是祖传秘方，别信他讲的'],
  ['guizhou', 'question', '数星星的小满', '老师的电话是13800138000吗'],
  ['gansu', 'chat', '驼铃', '路口交通方便吗，想带老人去'],
  ['anhui', 'question', '锅盖', '核聚变会不会爆炸'],
  ['hunan', 'chat', '稻花香里', '请问种子哪里可以买'],
  ['shandong', 'question', '大副🌊🐟', '七千米深的地方有多少个大气压 👨‍👩‍👧‍👦'],
  ['beijing', 'chat', '胡同口的猫', 'Supercalifragilisticexpialidocious_is_a_word_without_any_gap_in_it'],
  ['xizang', 'chat', '纳木错', '冰芯一圈就是一年吗，那么取到最下面的一段是什么时候的雪，那时候这里也住着人吗，他们会不会也在看同一片星空'],
  ['guangdong', 'question', '木棉', 'Does the neutron source have anything to do with reactors?'],
];
const cheer = '大家快来数一数今天的浪有几层';

const filled = new Map<string, Promise<void>>();

/** A desk with something of everything: rows of every kind, a burst, reports and an appeal. Once a hub: said again it would be a flood. */
export function fillDesk(address: string): Promise<void> {
  const known = filled.get(address) ?? fill(address);
  filled.set(address, known);
  return known;
}

async function fill(address: string): Promise<void> {
  const moderator = await aModerator(address);
  await moderator.clearDesk();
  const people = await Promise.all(['潮生', '阿蓝', '石头', '海风', '小舟', '帆'].map((name) => aGuestByHttp(address, name)));
  await rejectOne(address, people);
  for (const [channel, kind, name, text] of waiting) {
    await moderator.setMode(`room:${channel}`, channel === 'guizhou' ? { reviewFirst: true, slowModeMs: 30_000 } : { reviewFirst: true });
    await sayByHttp(address, `room:${channel}`, await aGuestByHttp(address, name), text, { kind });
  }
  for (const guest of people) await sayByHttp(address, 'room:tide', guest, cheer);
  const [first, ...others] = people;
  if (!first) throw new Error('nobody is here');
  for (const text of ['你们讲的都不对，散了吧', '这个频道真没意思']) {
    const { id } = await sayByHttp(address, 'room:microscope', first, text);
    for (const by of others.slice(0, 3)) await reportMessage(address, by, { topic: 'room:microscope', id }, 'abuse');
  }
}

/** Something was rejected, and its author does not see why. */
async function rejectOne(address: string, [somebody]: readonly Speaker[]): Promise<void> {
  if (!somebody) throw new Error('nobody is here');
  const moderator = await aModerator(address);
  await moderator.setMode('room:deep-space', { reviewFirst: true });
  const { id } = await sayByHttp(address, 'room:deep-space', somebody, '这张图是谁画的，能不能送我一张');
  await moderator.clearDesk();
  await moderator.setMode('room:deep-space', {});
  await appealOf(address, somebody, id, '我只是想知道是谁画的，没有别的意思。');
}
