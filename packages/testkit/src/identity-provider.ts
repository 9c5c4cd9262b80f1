import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { aFreePort } from './places.js';

/** A real provider (OpenID Connect) of one test, on this machine. Whoever types a name there is whom it then names. */
export type OwnProvider = AsyncDisposable & {
  /** `OIDC_ISSUER`, `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET` of a hub that signs in by it. */
  readonly settings: Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET', string>;
  /** Ends it; its address stays free. */
  close(): Promise<void>;
};

/** `await using provider = await startProvider(['http://127.0.0.1:3000/sign-in/back'])`: on that port, or on one that is free. */
export async function startProvider(redirectUris: string[], wanted?: number): Promise<OwnProvider> {
  const port = wanted ?? (await aFreePort());
  const issuer = `http://127.0.0.1:${port}`;
  const [client_id, client_secret] = ['yunhui', 'a secret of the test'];
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: redirectUris, response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false, // names come in the token, as from most providers that people run
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub }) }),
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: true } },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  let closing: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    if (closing === undefined) {
      closing = once(server, 'close');
      server.closeAllConnections();
      server.close();
    }
    await closing;
  };
  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, OIDC_CLIENT_SECRET: client_secret },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * What a browser does that is sent to the provider: types a name there and agrees, or cancels. Answers with the address that it
 * is sent back to.
 */
export async function answeredAt(url: string, name: string | undefined): Promise<URL> {
  const cookies = new Map<string, string>();
  const issuer = new URL(url).origin;
  let next = new URL(url);
  for (let steps = 0; next.origin === issuer; steps += 1) {
    if (steps > 10) throw new Error(`the provider leads round in circles: ${next.href}`);
    const isForm = /^\/interaction\/[^/]+$/.test(next.pathname);
    const place = isForm && name === undefined ? new URL(`${next.pathname}/abort`, next) : next;
    const answer = await visited(place, cookies);
    const location = answer.headers.get('location');
    if (location !== null) next = new URL(location, place);
    else next = await submitted(place, await answer.text(), name ?? '', cookies);
  }
  return next;
}

/** Sends the form of a page: the name, if it asks for one, or that one agrees. */
async function submitted(page: URL, html: string, name: string, cookies: Map<string, string>): Promise<URL> {
  const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
  if (action === undefined || prompt === undefined) throw new Error(`the provider shows no form at ${page.href}: ${html.slice(0, 500)}`);
  const place = new URL(action, page);
  const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: name, password: 'any' }) });
  const answer = await visited(place, cookies, { method: 'POST', body });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`the provider answered ${answer.status} to its form`);
  return new URL(location, place);
}

async function visited(place: URL, cookies: Map<string, string>, init: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(place, { ...init, redirect: 'manual', headers: { cookie } });
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return answer;
}
