/** What a database says of a failed statement: the fields of PostgreSQL's error that decisions are made on. */
export type SqlProblem = { message: string; code?: string; constraint?: string; detail?: string };

/** A failed statement, of either store. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code?: string;
  readonly constraint?: string;

  constructor(problem: SqlProblem) {
    super(problem.message);
    this.code = problem.code;
    this.constraint = problem.constraint;
  }
}

/** The store went away while a statement ran: whether it was committed is unknown. */
export class StoreLost extends Error {
  override readonly name = 'StoreLost';
}

const repeatable = new Set(['40001', '40P01', '23505']);

/** The SQLSTATE of a failure, also when a driver or Drizzle wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return undefined;
}

/** Whether the same statement may succeed when repeated: a serialisation failure, a deadlock, or a unique violation that a race made (E3). */
export function isRepeatable(error: unknown): boolean {
  return repeatable.has(sqlStateOf(error) ?? '');
}

/** Whether PostgreSQL ended it for another that waited for it, as it waited for that one. */
export function isDeadlock(error: unknown): boolean {
  return sqlStateOf(error) === '40P01';
}

/** PostgreSQL ends, starts, or has no place for another connection; and what Node says of a connection that cannot be had or broke. */
const awayStates = /^(08...|57P0[123]|53300)$/;
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
/** The driver and its pool have words for it, and no codes. */
const awayWords = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a statement failed because nobody was there to run it: the same may be asked again when the store is back. */
export function isStoreAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (at instanceof StoreLost || awayStates.test(code) || (awayCodes.has(code) && 'syscall' in at) || awayWords.test(at.message))
      return true;
  }
  return false;
}
