import type { LifecycleSource } from './api.js';

/** Everything by which a browser tells that a page is looked at again or the network is back. */
export const pageLifecycle: LifecycleSource = (woke) => {
  if (typeof document === 'undefined') return () => undefined;
  const seen = (): void => {
    if (document.visibilityState === 'visible') woke();
  };
  document.addEventListener('visibilitychange', seen);
  document.addEventListener('resume', woke);
  window.addEventListener('online', woke);
  window.addEventListener('pageshow', woke);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    document.removeEventListener('resume', woke);
    window.removeEventListener('online', woke);
    window.removeEventListener('pageshow', woke);
  };
};
