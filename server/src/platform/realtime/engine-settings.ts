/** Every number of the topic engine; the paragraphs of SPEC.md say why each is as it is. Times in ms. */
export const engine = {
  /** E6: a frame a tick. */
  tickMs: 200,
  /** How many sockets are written to before the process looks at what else has come. */
  delivery: { slice: 256 },
  /** E3: between two batches the store rests `restTimes` as long as the last one took, up to `restMs`. */
  lane: { gatherMs: 20, restTimes: 20, restMs: 80, rows: 200, enoughRows: 100, waiting: 2_000, patienceMs: 2_000 },
  bus: { gatherMs: 100 },
  ring: { entries: 1_000, bytes: 512 * 1024, fill: 200, lingerMs: 60_000, allBytes: 128 * 1024 * 1024 },
  heal: { everyMs: 2_000, holeAfterMs: 250, page: 1_000, atOnce: 8 },
  state: { checkMs: 10_000, keys: 600, bytes: 512, trackedEachMs: 1_000, rebuildMs: 5_000 },
  resume: { entries: 1_000 },
  snapshot: { entries: 100, pollAfterMs: 2_000 },
  all: { everyMs: 1_000 },
  hold: { releaseEachMs: 200, lookEachMs: 1_000, gatherMs: 20, gathered: 500 },
  presence: { everyMs: 5_000, nodeMs: 10_000, beatMs: 45_000 },
  tally: { keptMs: 2_000 },
  reactions: { gatherMs: 500, totalsEachMs: 60_000 },
  /** E16: viewers who neither play nor type are told of the state this often; others are sent to HTTP a share of all at a time. */
  serving: {
    restingEachMs: 2_000,
    walkEachMs: 100,
    toldEachWalk: 256,
    leaveEachWalk: 0.01,
    leaveWithinMs: 5_000,
    comeBackMs: { least: 30_000, most: 60_000 },
    newMs: 30_000,
    playsMs: 45_000,
    typesMs: 120_000,
  },
  limits: { topics: 8, staffTopics: 64, keys: 64 },
} as const;
