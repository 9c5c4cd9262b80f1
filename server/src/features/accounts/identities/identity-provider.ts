import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { addressOf, CONFIG, type Config } from '../../../config.js';
import { HubError } from '../../../platform/hub-error.js';
import { Outbound } from '../../../platform/outbound/index.js';
import { labelOf } from './identity.rules.js';
import { providerRefusal } from './provider-refusal.js';

/** What knows an attempt's answer again, and belongs to nobody else. */
export type Secrets = { state: string; nonce: string; verifier: string };
/** Whom the provider names. `subject` is its own word for one person, the same for ever; `label` is for that person to read. */
export type Named = { issuer: string; subject: string; label: string };

type Settings = NonNullable<Config['provider']>;

/** So long what the provider says of itself is believed: it may move its parts. */
const knownForMs = 3_600_000;

/**
 * The provider of the settings, by OpenID Connect: authorization code with PKCE, state and nonce, and a token whose signature
 * is checked. It is asked at its own origin wherever that stands, for whoever runs the hub has named it; parts of it that
 * stand elsewhere, only where everybody may ask.
 */
@Injectable()
export class IdentityProvider implements OnApplicationBootstrap {
  private readonly logger = new Logger(IdentityProvider.name);
  private readonly settings: Settings | undefined;
  private readonly redirectUri: string;
  private known: { since: number; configuration: Promise<Configuration> } | undefined;

  constructor(
    private readonly outbound: Outbound,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.settings = config.provider;
    this.redirectUri = new URL('/sign-in/back', config.PUBLIC_URL ?? addressOf(config)).href;
  }

  /** What it is called, if there is one. */
  get offered(): { name?: string } | undefined {
    return this.settings && (this.settings.name === undefined ? {} : { name: this.settings.name });
  }

  /** Looks once at the start, so that a mistake in the settings is in the log before somebody runs into it; a provider that is away is no reason not to start. */
  onApplicationBootstrap(): void {
    if (!this.settings || this.config.PROCESS === 'worker') return;
    this.configuration(this.settings).catch((error: unknown) => this.tell(error));
  }

  /** Where this browser is sent, and what knows the answer again. */
  async begin(): Promise<{ url: string; secrets: Secrets }> {
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const configuration = await this.understood((settings) => this.configuration(settings));
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, secrets };
  }

  /** Whom the provider names, by what it sent the browser back with. */
  async answer(query: string, { state, nonce, verifier }: Secrets): Promise<Named> {
    const back = new URL(this.redirectUri);
    back.search = query;
    return this.understood(async (settings) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const claims = (await authorizationCodeGrant(await this.configuration(settings), back, checks)).claims();
      if (!claims) throw new HubError('identity.untrusted');
      return { issuer: claims.iss, subject: claims.sub, label: labelOf(claims) };
    });
  }

  private async understood<Value>(ask: (settings: Settings) => Promise<Value>): Promise<Value> {
    if (!this.settings) throw new HubError('identity.off');
    try {
      return await ask(this.settings);
    } catch (error) {
      const refusal = providerRefusal(error);
      if (refusal && refusal.code !== 'identity.cancelled') this.tell(error);
      throw refusal ?? error;
    }
  }

  /** What went wrong between us and the provider, for whoever runs the hub. */
  private tell(error: unknown): void {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    const reason = error instanceof Error && 'error' in error ? ` (${String(error.error)})` : '';
    this.logger.warn(`the provider of OIDC_ISSUER: ${message}${reason}${cause instanceof Error ? `: ${cause.message}` : ''}`);
  }

  /** What it says of itself, asked once for many; an answer that did not come is asked for again. */
  private configuration(settings: Settings): Promise<Configuration> {
    const now = performance.now();
    if (this.known && now - this.known.since < knownForMs) return this.known.configuration;
    const { issuer, clientId, secret } = settings;
    const isPlain = new URL(issuer).protocol === 'http:'; // the settings refuse it but on this machine
    const configuration = discovery(new URL(issuer), clientId, secret, authenticatedBy(secret), {
      [customFetch]: this.fetchAt(issuer),
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    });
    this.known = { since: now, configuration };
    configuration.catch(() => (this.known = undefined));
    return configuration;
  }

  private fetchAt(named: string): CustomFetch {
    return async (url, { method, headers, body }) => {
      const sent = body instanceof URLSearchParams ? body.toString() : undefined;
      const errand = { named, method: method === 'POST' ? 'POST' : 'GET', headers, ...(sent !== undefined && { body: sent }) } as const;
      const answer = await this.outbound.errand(url, errand);
      const text = answer.body.length > 0 ? answer.body.toString('utf8') : null;
      return new Response(text, { status: answer.status, headers: { 'content-type': answer.contentType } });
    };
  }
}

/** As the provider wants it: by HTTP's own way, which is the standard's default, unless it takes the other alone. */
function authenticatedBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (takes.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}
