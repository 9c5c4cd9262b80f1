import { isStoreAway } from '../database/index.js';
import { HubError } from '../hub-error.js';

const askAgainMs = 1_000;

/** An error as the refusal it is; nothing when it is a fault of ours. While the store is away whatever needs it is `busy`, and not broken. */
export function refusalOf(error: unknown): HubError | undefined {
  if (error instanceof HubError) return error;
  return isStoreAway(error) ? new HubError('busy', { retryAfterMs: askAgainMs, cause: error }) : undefined;
}
