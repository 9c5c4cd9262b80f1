import type { Entry, Message } from '@yunhui/contracts';

/** How danmaku are shown on this device. */
export type DanmakuSettings = {
  /** What was chosen; without a choice the device's wish for calm decides. */
  on: boolean | undefined;
  density: 'few' | 'some' | 'many';
  area: 'quarter' | 'half' | 'whole';
  size: 'small' | 'normal' | 'large';
  speed: 'slow' | 'normal' | 'fast';
  /** In percent. */
  opacity: number;
  /** Chat messages fly too. */
  withChat: boolean;
};

export const defaultSettings: DanmakuSettings = {
  on: undefined,
  density: 'some',
  area: 'quarter',
  size: 'normal',
  speed: 'normal',
  opacity: 100,
  withChat: false,
};

export const choices = {
  density: ['few', 'some', 'many'],
  area: ['quarter', 'half', 'whole'],
  size: ['small', 'normal', 'large'],
  speed: ['slow', 'normal', 'fast'],
} as const satisfies { [Key in keyof DanmakuSettings]?: readonly DanmakuSettings[Key][] };

/** Less cannot be read over a picture. */
export const leastOpacity = 40;

/** What was remembered, as far as it still means something: a page of another age may have written it. */
export function settingsFrom(kept: string | undefined): DanmakuSettings {
  let known: Partial<Record<keyof DanmakuSettings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) known = parsed;
  } catch {
    return defaultSettings;
  }
  const one = <Key extends keyof typeof choices>(key: Key): DanmakuSettings[Key] =>
    (choices[key] as readonly unknown[]).includes(known[key]) ? (known[key] as DanmakuSettings[Key]) : defaultSettings[key];
  const { on, opacity, withChat } = known;
  return {
    on: typeof on === 'boolean' ? on : undefined,
    density: one('density'),
    area: one('area'),
    size: one('size'),
    speed: one('speed'),
    opacity: typeof opacity === 'number' ? Math.min(100, Math.max(leastOpacity, opacity)) : 100,
    withChat: withChat === true,
  };
}

/** Why nothing flies whatever one chooses: the campaign is quiet, or the page is calm for elders. */
export type Stillness = 'quiet' | 'elder' | undefined;

/** Off without a choice where the device asks for less motion. */
export function danmakuOn({ on, still, reducedMotion }: { on: boolean | undefined; still: Stillness; reducedMotion: boolean }): boolean {
  return still === undefined && (on ?? !reducedMotion);
}

/** The measures of the layer over a picture of this size. */
export type Layout = { fontPx: number; laneHeightPx: number; laneCount: number; speedPxPerMs: number; atOnce: number };

const share = { quarter: 0.25, half: 0.5, whole: 1 };
const scale = { small: 0.8, normal: 1, large: 1.35 };
/** How long a short one takes across. */
const crossingMs = { slow: 12_000, normal: 9_000, fast: 6_000 };
const perLane = { few: 1, some: 2.5, many: 5 };
/** However large the screen: each is a layer for the compositor. */
const mostAtOnce = 48;

/** Of the picture's height, the layer leaves so much to what stands above and below it. */
const barsPx = 100;
/** A small picture's quarter would be one lane. */
const fewestLanes = 2;

/** `heightPx`: that of the layer. The share is one of the whole picture. */
export function layOut(settings: DanmakuSettings, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Layout {
  const fontPx = Math.round((widthPx < 640 ? 15 : widthPx < 1200 ? 18 : 22) * scale[settings.size]);
  const laneHeightPx = Math.round(fontPx * 1.6);
  const wished = Math.max(fewestLanes, Math.floor(((heightPx + barsPx) * share[settings.area]) / laneHeightPx));
  const laneCount = Math.max(1, Math.min(wished, Math.floor(heightPx / laneHeightPx)));
  return {
    fontPx,
    laneHeightPx,
    laneCount,
    speedPxPerMs: (widthPx + fontPx * 8) / crossingMs[settings.speed],
    atOnce: Math.min(mostAtOnce, Math.ceil(laneCount * perLane[settings.density])),
  };
}

/** A message that may fly: published, since it stands in the log, and not taken back. */
export type Flyer = { seq: number; text: string; color: string | undefined; mine: boolean };

/** Older news is no longer about this picture: who was away for a while does not see it all at once. */
const freshMs = 12_000;
/** Longer ones would stand before the picture rather than fly over it. */
const longest = 60;

type News = { flyers: readonly Flyer[]; takenBack: readonly number[] };

/** What entered the log after `seq`. */
export function newsSince(
  entries: readonly Entry[],
  { seq, now, withChat, me }: { seq: number; now: number; withChat: boolean; me: string | undefined },
): News {
  const first = entries.findLastIndex((entry) => entry.seq <= seq) + 1;
  const flyers: Flyer[] = [];
  const takenBack: number[] = [];
  for (const entry of entries.slice(first)) {
    if (entry.kind === 'retraction') takenBack.push(...(entry as { targets: number[] }).targets);
    if (entry.kind !== 'message' || entry.at < now - freshMs) continue;
    const message = entry.message as Message;
    if ('retracted' in message || !flies(message, withChat)) continue;
    flyers.push({ seq: entry.seq, text: oneLine(message.text), color: message.style?.color, mine: message.author.id === me });
  }
  return { flyers, takenBack };
}

const flies = ({ kind }: Message, withChat: boolean): boolean => kind === 'danmaku' || (withChat && kind === 'chat');

function oneLine(text: string): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('');
}
