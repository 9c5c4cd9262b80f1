import type { SecurityHeadersOptions } from '@nestjs/common';

/**
 * What a page of the hub may load. Streams, pictures and players come from anywhere on https: which
 * ones is the server's list of links, not this policy, because links are approved after the page has
 * loaded and playlists lead to hosts nobody knew.
 */
const directives: Record<string, readonly string[]> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'https:'],
  'media-src': ["'self'", 'blob:', 'https:'],
  'connect-src': ["'self'", 'https:', 'wss:'],
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ['https:'],
  'font-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
};

/** The page's policy, with the nonce that its own inline scripts and styles carry. */
export function pagePolicy(nonce: string): string {
  const withNonce = (name: string, sources: readonly string[]) =>
    name === 'script-src' || name === 'style-src' ? [...sources, `'nonce-${nonce}'`] : sources;
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...withNonce(name, sources)].join(' '))
    .join('; ');
}

/** Headers of every answer. HSTS only where the public address is https: on a plain one it would lock people out. */
export function securityHeaders(config: { PUBLIC_URL?: string }): SecurityHeadersOptions {
  const https = config.PUBLIC_URL?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives } },
    strictTransportSecurity: https ? { includeSubDomains: false } : false,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  };
}
