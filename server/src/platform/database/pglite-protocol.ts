import type { SqlProblem } from './sql-error.js';

/** What the main thread asks of the embedded store's worker. */
export type StoreRequest =
  | { id: number; kind: 'query'; text: string; params: unknown[]; rowMode: 'array' | 'object' }
  | { id: number; kind: 'close' };

export type StoreRows = { rows: unknown[]; fields: { name: string; dataTypeID: number }[]; rowCount: number };

/** What the worker answers. The first message after a start is `ready`. */
export type StoreAnswer =
  | { kind: 'ready' }
  | { kind: 'broken'; problem: SqlProblem }
  | { kind: 'done'; id: number; rows?: StoreRows }
  | { kind: 'failed'; id: number; problem: SqlProblem };
