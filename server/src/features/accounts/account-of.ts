import type { User } from '@yunhui/contracts';
import type { Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';

/** The account that asks; a guest has nothing to sign in to. */
export function accountOf({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  if (user.kind !== 'account') throw new HubError('access.refused');
  return user;
}
