import type { Ack, Refusal } from '@yunhui/contracts';

export type Got<Value> =
  | { status: 'fresh'; value: Value; etag?: string }
  | { status: 'unchanged' }
  | { status: 'refused'; refusal: Refusal }
  | { status: 'unreachable' };

/** The routes of the hub that a client without a socket needs. */
export class HubHttp {
  constructor(
    private readonly url: string,
    private readonly patienceMs: number,
  ) {}

  async get<Value>(path: string, { etag, ticket }: { etag?: string; ticket?: string } = {}): Promise<Got<Value>> {
    const headers = { ...authorized(ticket), ...(etag ? { 'If-None-Match': etag } : {}) };
    try {
      const answer = await this.#fetch(path, { headers });
      if (answer.status === 304) return { status: 'unchanged' };
      if (!answer.ok) return { status: 'refused', refusal: await refusalOf(answer) };
      return { status: 'fresh', value: (await answer.json()) as Value, etag: answer.headers.get('ETag') ?? undefined };
    } catch {
      return { status: 'unreachable' };
    }
  }

  /** `undefined`: no answer came, so whether it was done is not known. */
  async post<Value>(path: string, body: unknown, ticket?: string): Promise<Ack<Value> | undefined> {
    const headers = { ...authorized(ticket), 'Content-Type': 'application/json' };
    try {
      const answer = await this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) return { ok: false, error: await refusalOf(answer) };
      return { ok: true, value: (await answer.json()) as Value };
    } catch {
      return undefined;
    }
  }

  #fetch(path: string, request: RequestInit): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, { ...request, signal: AbortSignal.timeout(this.patienceMs) });
  }
}

/** `/topics/room%3Ax/snapshot`, with `query` as far as it is set. */
export function topicPath(topic: string, part: string, query: Record<string, string | number | undefined> = {}): string {
  const set = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/topics/${encodeURIComponent(topic)}/${part}${set.length > 0 ? `?${new URLSearchParams(set)}` : ''}`;
}

function authorized(ticket?: string): Record<string, string> {
  return ticket === undefined ? {} : { Authorization: `Ticket ${ticket}` };
}

/** What stands between us and the hub answers errors of its own: those are worth another try. */
async function refusalOf(answer: Response): Promise<Refusal> {
  const problem = (await answer.json().catch(() => undefined)) as Partial<Refusal> | undefined;
  if (problem?.code && problem.retry)
    return { code: problem.code, retry: problem.retry, retryAfterMs: problem.retryAfterMs, field: problem.field };
  return { code: 'internal', retry: 'later' };
}
