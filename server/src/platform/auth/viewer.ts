import type { User } from '@yunhui/contracts';

/** Somebody known: through a cookie, or through a ticket that was made from one. */
export type Identity = {
  user: User;
  signInId: string;
  /** As the ticket or the row had it; older than a later change of grants means: ask again. */
  grantsVersion: number;
};

/**
 * Who asks. `device` is what limits and viewer counts go by: the sign-in where there is one, else
 * the socket, else the address. The rest is missing for somebody who only watches.
 */
export type Viewer = {
  device: string;
  /** As TRUSTED_PROXIES lets us know it; never a header that anybody may set. */
  address: string;
} & Partial<Identity>;

/** Somebody known, at an address: their device is their sign-in. */
export const viewerFrom = (identity: Identity, address: string): Viewer => ({ ...identity, device: identity.signInId, address });

/** All that is known of whoever asks over HTTP without a cookie. */
export const unknownDevice = (address: string): string => `address:${address}`;

/** Whether all that is known of a device is its address, which thousands may share. */
export const isUnknownDevice = ({ device }: Pick<Viewer, 'device'>): boolean => device.startsWith('address:');
