import type { DemoChannel } from './demo-programme.js';

/** A channel that never stops: no programme, one clip that loops for good. */
export type RoundTheClockChannel = DemoChannel & { readonly clip: string };

/** The three channels on which something plays at every hour. Sample content, as the whole programme. */
export const roundTheClockChannels: readonly RoundTheClockChannel[] = [
  aNationalChannel({
    key: 'ch-deep-space',
    slug: 'deep-space',
    name: '深空频道',
    nameEn: 'Deep Space',
    domains: ['科技创新', '科学教育'],
    clip: 'orbits',
    speciality: {
      title: '行星的舞步：离太阳越近，走得越快',
      story:
        '行星绕太阳运行的轨道是椭圆，太阳位于椭圆的一个焦点上。离太阳越近的行星公转越快：水星约88天一圈，地球一年一圈，木星约12年，海王星约165年。开普勒由此总结出行星运动三定律。画面为示意动画，大小与距离不按比例。',
      lineEn: 'Planets move on ellipses, and the nearer to the Sun, the faster: Mercury needs 88 days, Neptune about 165 years.',
    },
  }),
  aNationalChannel({
    key: 'ch-microscope',
    slug: 'microscope',
    name: '显微频道',
    nameEn: 'Under the Microscope',
    domains: ['生态文明', '科学教育'],
    clip: 'plankton',
    speciality: {
      title: '一滴海水里的浮游世界',
      story:
        '浮游生物随水漂流，大多要在显微镜下才看得清。浮游植物靠光合作用生活，是海洋食物网的起点，地球上每年约一半的光合作用由它们完成。硅藻有玻璃质的外壳，夜光藻受到扰动会发出蓝光。画面为示意动画。',
      lineEn: 'Plankton drift with the water; the plant kind does about half of all photosynthesis on Earth.',
    },
  }),
  aNationalChannel({
    key: 'ch-tide',
    slug: 'tide',
    name: '潮汐频道',
    nameEn: 'Tide',
    domains: ['水利科普', '防灾避险'],
    clip: 'tide',
    speciality: {
      title: '月亮怎样牵动大海',
      story:
        '潮汐主要由月球引力在地球各处的差别引起，太阳也有份。新月和满月前后日、月、地几乎成一线，潮差最大，叫大潮；上弦和下弦前后潮差最小，叫小潮。多数海岸每天有两次高潮和两次低潮，相邻两次高潮约隔12小时25分。画面为示意动画。',
      lineEn:
        'The Moon pulls the near side of the Earth more than the far side; most coasts see two high tides a day, some 12 h 25 min apart.',
    },
  }),
];

function aNationalChannel(
  own: Pick<RoundTheClockChannel, 'key' | 'slug' | 'name' | 'nameEn' | 'domains' | 'speciality' | 'clip'>,
): RoundTheClockChannel {
  return {
    region: 'CN',
    level: 'country',
    campaign: 'kepuri-2023',
    activity: 'cn-23',
    host: 'cn-cast',
    sessions: [],
    daytimeGaps: [],
    fillers: [],
    ...own,
  };
}
