import type { Clip } from './clips.js';

/** What is said over a clip, in one language: a line for each of its segments. */
export type Captions = {
  /** BCP 47. */
  readonly language: string;
  /** As a viewer chooses it. */
  readonly label: string;
  /** In addresses. */
  readonly name: string;
  readonly lines: readonly string[];
};

const orbits: readonly Captions[] = [
  {
    language: 'zh-CN',
    label: '中文',
    name: 'zh',
    lines: [
      '四颗行星，绕着同一颗恒星走。',
      '最里面的一颗，走得最快。',
      '越往外，一圈的路越长，走得也越慢。',
      '在太阳系里，水星一圈约 88 天。',
      '地球一圈是一年，木星约 12 年。',
      '轨道越大，周期越长：这是开普勒发现的规律。',
    ],
  },
  {
    language: 'en',
    label: 'English',
    name: 'en',
    lines: [
      'Four planets go around the same star.',
      'The innermost one is the fastest.',
      'Farther out the way is longer, and the pace slower.',
      'In the Solar System, Mercury needs about 88 days.',
      'Earth takes one year, Jupiter about twelve.',
      'The wider the orbit, the longer the period: Kepler found the rule.',
    ],
  },
];

/** The stories that clips tell by themselves. */
const stories = new Map<string, readonly Captions[]>([['orbits', orbits]]);

/** Only a channel that never stops tells its clip's own story: a session of the programme shows the same picture and speaks of something else. */
export const captionsOf = (clip: string): readonly Captions[] => stories.get(clip) ?? [];

/** A tenth of a second before and after, so that two lines never stand over one another. */
const pauseMs = 100;

/**
 * Segment `number` of the endless captions (WebVTT, RFC 8216, 3.5). The map ties its zero to the moment at which the
 * segment of the picture begins, on the 33-bit clock of 90 kHz that MPEG counts with.
 */
export function captionSegment(clip: Clip, captions: Captions, number: number): string {
  const clock = (BigInt(number) * BigInt(clip.segmentMs) * 90n) % 2n ** 33n;
  const line = captions.lines[number % clip.segments] ?? '';
  return [
    'WEBVTT',
    `X-TIMESTAMP-MAP=MPEGTS:${clock},LOCAL:00:00:00.000`,
    '',
    `${stamp(pauseMs)} --> ${stamp(clip.segmentMs - pauseMs)} line:82%`,
    line,
    '',
  ].join('\n');
}

const stamp = (ms: number): string => `00:00:${(ms / 1000).toFixed(3).padStart(6, '0')}`;
