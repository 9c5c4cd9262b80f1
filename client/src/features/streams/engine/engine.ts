import type { LinkTrouble } from '@yunhui/contracts';

/** A quality that the source offers. */
export type Quality = { height: number; bitsPerSecond: number };

/** Another sound of the same picture: a language, a commentary. */
export type Sound = { name: string; language?: string };

/** What the viewer asks of a source; the same words for every kind of engine. */
export type Wishes = {
  /** A quality by its height; none leaves it to the line. */
  height: number | undefined;
  /** 省流: never more than the lowest quality. */
  lowData: boolean;
  /** 只听声音: the variant without a picture where there is one, else the lowest. */
  audioOnly: boolean;
  /** A sound by its name; none leaves it to the source. */
  sound: string | undefined;
};

/** Where a recording goes on, in seconds; none: at its beginning, and what is live where live is. */
export type StartAt = number | undefined;

/** One link on one video element. Whoever starts it ends it: a forgotten engine keeps loading segments. */
export type StreamEngine = {
  /** Seconds behind the live edge, and behind where live playing would be; none for what is not live. */
  delay: () => { latencyS: number; behindS: number } | undefined;
  toLiveEdge: () => void;
  /** Best first; one or none leaves nothing to choose. */
  qualities: () => readonly Quality[];
  /** In the order of the source; one or none leaves nothing to choose. */
  sounds: () => readonly Sound[];
  wish: (wishes: Wishes) => void;
  /** How many seconds lie ahead of the picture. */
  bufferedS: () => number;
  /** For who looks closely; none of what this kind of engine does not know. */
  statistics: () => Statistics;
  destroy: () => void;
};

/** What a source is like right now, as far as its engine knows. */
export type Statistics = {
  /** Of what is shown, in bits per second, and of what the line carries. */
  bitsPerSecond?: number;
  lineBitsPerSecond?: number;
  /** Which player it is: that of the browser, or a build of hls.js. */
  engine: string;
  lowLatency?: boolean;
};

/** What an engine tells whoever started it. */
export type EngineWords = {
  /** Given up, and why; told at most once. */
  failed: (trouble: LinkTrouble) => void;
  /** Whether there is another link to go to: alone, more is borne. */
  others: () => boolean;
  /** Whether no other link was given up in the last minutes. */
  settled: () => boolean;
  /** Its qualities are known, or others. */
  changed: () => void;
};
