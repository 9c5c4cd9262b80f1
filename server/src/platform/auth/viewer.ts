import type { User } from '@yunhui/contracts';

/**
 * Who asks. `device` is what limits and viewer counts go by: the sign-in where there is one, else
 * the address. `user` is missing for somebody who only watches.
 */
export type Viewer = {
  device: string;
  /** As TRUSTED_PROXIES lets us know it; never a header that anybody may set. */
  address: string;
  user?: User;
  signInId?: string;
};
