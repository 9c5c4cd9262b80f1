import { createHmac } from 'node:crypto';

/** Of an address or a sign-in: means nothing without the key, which is forgotten with the marks it made. */
export const markOf = (salt: string, of: string): string => createHmac('sha256', salt).update(of).digest('base64url');
