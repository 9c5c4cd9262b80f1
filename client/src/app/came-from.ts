import type { AnyRouter } from '@tanstack/react-router';
import { rememberInTab } from '../platform/memory.js';

const signIn = '/sign-in';

/** Keeps which page somebody was on who goes to sign in, for who comes back from another site. */
export const rememberWayBack = (router: AnyRouter): (() => void) =>
  router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation }) => {
    if (toLocation.pathname === signIn && fromLocation && !fromLocation.pathname.startsWith(signIn))
      rememberInTab('signInFrom', `${fromLocation.pathname}${fromLocation.searchStr}`);
  });
