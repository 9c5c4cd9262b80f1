import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { HubError } from '../../../platform/hub-error.js';
import { OutboundError } from '../../../platform/outbound/index.js';

type Code = 'identity.cancelled' | 'identity.declined' | 'identity.code-spent' | 'identity.untrusted' | 'identity.provider-away';

/** What a server that is up, and a provider, does not answer: another status than its own, no JSON, nothing in time. */
const senseless = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
]);
const busy = new Set(['server_error', 'temporarily_unavailable']);

/** What the provider's library found wrong, as people are told of it. What is nobody's answer is a fault, and stays one. */
export function providerRefusal(error: unknown): HubError | undefined {
  const code = codeOf(error);
  return code && new HubError(code, { cause: error });
}

function codeOf(error: unknown): Code | undefined {
  if (error instanceof AuthorizationResponseError) {
    if (busy.has(error.error)) return 'identity.provider-away';
    return error.error === 'access_denied' ? 'identity.cancelled' : 'identity.declined';
  }
  if (error instanceof ResponseBodyError) {
    if (busy.has(error.error)) return 'identity.provider-away';
    return error.error === 'invalid_grant' ? 'identity.code-spent' : 'identity.declined';
  }
  if (error instanceof WWWAuthenticateChallengeError) return 'identity.declined';
  if (!(error instanceof ClientError)) return undefined;
  if (error.cause instanceof OutboundError || senseless.has(error.code ?? '')) return 'identity.provider-away';
  return error.code === undefined ? undefined : 'identity.untrusted';
}
