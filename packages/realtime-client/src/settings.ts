/** Every number of the client. Those that the protocol names are its defaults. */
export const defaultSettings = {
  /** An ack comes within 5 s or not at all. */
  ackPatienceMs: 6_000,
  /** Opening, ticket and `hello` together. */
  connectPatienceMs: 10_000,
  /** After a wakeup the connection must answer within this, or it is taken for dead. */
  wakePatienceMs: 2_000,
  /** First wait before a reconnect is up to this, then doubling. */
  reconnectMs: 1_000,
  reconnectMaxMs: 15_000,
  /** A connection that ends sooner counts as a failed attempt: a hub that cuts at once is not asked each second. */
  steadyAfterMs: 5_000,
  failuresBeforeHttp: 3,
  /** A hole is closed after up to this, by lot, so that a lost frame is not answered by everyone at once. */
  rejoinWithinMs: 1_000,
  /** When an overload is over, what it left out is read within this time, by lot. */
  fillInWithinMs: 10_000,
  /** How long a message is tried before it is called unsent. */
  sendPatienceMs: 120_000,
  trackBatchMs: 100,
  /** A topic is left this long after its last follower: a page that is built again finds it joined. */
  leaveAfterMs: 1_000,
  pollAfterMs: 3_000,
  entriesKept: 200,
  entriesKeptWithHistory: 1_000,
  historyPage: 100,
  /** Views of topics that nobody follows, for who comes back. */
  leftTopicsKept: 16,
};
export type Settings = typeof defaultSettings;
