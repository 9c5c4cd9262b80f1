import { createHash, randomBytes } from 'node:crypto';

/** The value of a cookie, or of a link that is good once: 256 bits that mean nothing. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random, so a fast hash is enough. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
