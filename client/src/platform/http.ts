import type { Problem, Refusal } from '@yunhui/contracts';

const PATIENCE_MS = 10_000;
const FILE_PATIENCE_MS = 60_000;

/** The hub answered no. `refusal` says why and what to do about it. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** No answer came: the network, or a hub that is away. */
export class HubUnreachable extends Error {
  override readonly name = 'HubUnreachable';
}

/** What a page says about anything that a request may throw. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof HubRefused ? error.refusal : undefined;
}

async function refusalIn(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (problem?.code) return problem;
  return { code: response.status === 404 ? 'path.unknown' : 'internal', retry: response.status === 404 ? 'never' : 'later' };
}

/** Ends after our patience, or when `given` does. (`AbortSignal.any` is younger than the browsers we serve.) */
function withPatience(given: AbortSignal | undefined, patienceMs: number): AbortSignal {
  const patience = AbortSignal.timeout(patienceMs);
  if (!given) return patience;
  const either = new AbortController();
  for (const signal of [given, patience]) {
    if (signal.aborted) either.abort();
    signal.addEventListener('abort', () => either.abort(), { once: true });
  }
  return either.signal;
}

async function answerTo(path: string, init: RequestInit, patienceMs = PATIENCE_MS): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: withPatience(init.signal ?? undefined, patienceMs) });
  } catch (error) {
    throw new HubUnreachable('no answer', { cause: error });
  }
  // A balancer that finds no hub answers in its own words.
  if (response.status === 502 || response.status === 504) throw new HubUnreachable(`status ${response.status}`);
  if (!response.ok) throw new HubRefused(await refusalIn(response));
  return response;
}

async function ask<Answer>(path: string, init: RequestInit, patienceMs?: number): Promise<Answer> {
  const response = await answerTo(path, init, patienceMs);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Reads a resource under /api/v1. The types of the answers are the contracts'; the hub checks them before it sends them. */
export const read = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  ask<Answer>(`/api/v1${path}`, signal ? { signal } : {});

/**
 * The same of what is public, with the hub's time in ms as the answer left it. An answer's own `at` may be of long ago: what has not
 * changed is answered as it was.
 */
export async function readWithTime<Answer>(path: string): Promise<{ answer: Answer; at: number | undefined }> {
  const response = await answerTo(`/api/v1${path}`, {});
  const [time, ageS] = ['x-hub-time', 'age'].map((name) => Number(response.headers.get(name)));
  return { answer: (await response.json()) as Answer, at: time ? time + (ageS || 0) * 1_000 : undefined };
}

const send =
  (method: 'POST' | 'PUT') =>
  <Answer>(path: string, body: unknown): Promise<Answer> =>
    ask<Answer>(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const write = send('POST');
/** Puts something in the place of what stands at a path. */
export const replace = send('PUT');

/** Brings a file as it is; a slow line has more time than for words. */
export const bring = <Answer>(path: string, file: Blob): Promise<Answer> =>
  ask<Answer>(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }, FILE_PATIENCE_MS);

/** Takes away what stands at a path. */
export const remove = <Answer>(path: string): Promise<Answer> => ask<Answer>(`/api/v1${path}`, { method: 'DELETE' });
