import { describe, expect, test } from 'vitest';
import { isStoreAway, SqlError, StoreLost } from './sql-error.js';

const systemError = (code: string) => Object.assign(new Error(`connect ${code}`), { code, syscall: 'connect' });
/** As Drizzle wraps what its driver throws. */
const wrapped = (cause: Error) => new Error('Failed query: select 1', { cause });

describe('a store that is away', () => {
  test.each([
    new StoreLost('the worker ended'),
    new SqlError({ message: 'terminating connection due to administrator command', code: '57P01' }),
    new SqlError({ message: 'the database system is starting up', code: '57P03' }),
    new SqlError({ message: 'sorry, too many clients already', code: '53300' }),
    new SqlError({ message: 'connection failure', code: '08006' }),
    systemError('ECONNREFUSED'),
    systemError('ECONNRESET'),
    new Error('Connection terminated unexpectedly'),
    new Error('Connection terminated due to connection timeout'),
    new Error('timeout exceeded when trying to connect'),
  ])('is known by %s, however it is wrapped', (error) => {
    expect(isStoreAway(error)).toBe(true);
    expect(isStoreAway(wrapped(error))).toBe(true);
  });

  test.each([
    new SqlError({ message: 'duplicate key', code: '23505' }),
    new SqlError({ message: 'column does not exist', code: '42703' }),
    Object.assign(new Error('no such file'), { code: 'ENOENT' }),
    new TypeError('undefined is not a function'),
    'words',
    undefined,
  ])('is not what %s says', (error) => {
    expect(isStoreAway(error)).toBe(false);
  });
});
