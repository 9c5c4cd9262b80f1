export type ExposureNote = { grave: boolean; text: string };

const proxies = {
  grave: false,
  text: 'TRUSTED_PROXIES names no proxy: forwarded addresses are ignored, every request counts for the address it comes from',
};
const plainHttp = {
  grave: true,
  text: 'The hub is reachable over plain http: the cookie is not Secure, and whoever listens on the way can take it',
};

/** What whoever starts the hub should know about the way it stands in the net. */
export function exposureNotes(config: {
  PUBLIC_URL?: string;
  TRUSTED_PROXIES?: string;
  onLoopback: boolean;
  HOST: string;
}): ExposureNote[] {
  const plain = config.PUBLIC_URL ? config.PUBLIC_URL.startsWith('http:') && !isLoopbackUrl(config.PUBLIC_URL) : !config.onLoopback;
  return [...(config.TRUSTED_PROXIES ? [] : [proxies]), ...(plain ? [plainHttp] : [])];
}

const isLoopbackUrl = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
