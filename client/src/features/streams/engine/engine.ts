/** A quality that the source offers. */
export type Quality = { height: number; bitsPerSecond: number };

/** What the viewer asks of a source; the same words for every kind of engine. */
export type Wishes = {
  /** A quality by its height; none leaves it to the line. */
  height: number | undefined;
  /** 省流: never more than the lowest quality. */
  lowData: boolean;
  /** 只听声音: the variant without a picture where there is one, else the lowest. */
  audioOnly: boolean;
};

/** One link on one video element. Whoever starts it ends it: a forgotten engine keeps loading segments. */
export type StreamEngine = {
  /** Seconds behind the live edge, and behind where live playing would be; none for what is not live. */
  delay: () => { latencyS: number; behindS: number } | undefined;
  toLiveEdge: () => void;
  /** Best first; one or none leaves nothing to choose. */
  qualities: () => readonly Quality[];
  wish: (wishes: Wishes) => void;
  destroy: () => void;
};

/** What an engine tells whoever started it. */
export type EngineWords = {
  /** Beyond help; told at most once. */
  failed: () => void;
  /** Its qualities are known, or others. */
  changed: () => void;
};
