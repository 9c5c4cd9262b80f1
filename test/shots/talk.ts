import { aGuestByHttp, demoStaff, sayByHttp } from '../e2e/arrange/speakers.js';

/** Who speaks in the pictures, and from where. */
const people: readonly (readonly [name: string, region: string])[] = [
  ['橘子洲头', '430000'],
  ['数星星的小满', '520000'],
  ['阿勒泰的风', '650000'],
  ['青团', '330000'],
  ['麦田守夜人', '410000'],
  ['木棉', '440000'],
];

/** Says one thing after the other, each by the next of the people; answers with the numbers. */
async function sayInTurn(address: string, topic: string, texts: readonly string[]): Promise<number[]> {
  const speakers = await Promise.all(people.map(([name, region]) => aGuestByHttp(address, name, region)));
  const numbers: number[] = [];
  for (const [at, text] of texts.entries()) {
    const speaker = speakers[at % speakers.length];
    if (speaker) numbers.push((await sayByHttp(address, topic, speaker, text)).seq ?? 0);
  }
  return numbers;
}

/** A room in which people talk about what they see; the last is English. */
export const talkOfPlanets = (address: string): Promise<number[]> =>
  sayInTurn(address, 'room:deep-space', [
    '这段轨道是怎么画出来的？',
    '老师，木星那么大，转得快吗？',
    '我们这里晚上能看到银河',
    '行星离太阳越近，走得越快。',
    '把轨道放慢那一下，孩子跳起来了',
    'Kepler would have liked this.',
  ]);

/** A topic with posts from several places, one of which the house has answered. */
export async function talkOfSafety(address: string): Promise<void> {
  const topic = 'hashtag:kepuri-2023:fangzai';
  const [asked] = await sayInTurn(address, topic, [
    '我家在河边，涨水的时候先做什么？',
    '山里打雷，能不能躲在大树下面？',
    '高层着火了，电梯为什么不能坐？',
    '我们学校今天演练了，全班三分钟就到操场了。',
    '家里的应急包，里面放了水、手电和哨子。',
    '台风来之前，窗户要不要贴胶带？',
  ]);
  const staff = await demoStaff(address, 'operator');
  await sayByHttp(address, topic, staff, '先断电，再往高处走，贵重的东西不要回去拿。', asked === undefined ? {} : { replyTo: asked });
}
