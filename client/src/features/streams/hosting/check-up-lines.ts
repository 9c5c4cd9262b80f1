import type { CheckUpLine, Problem } from '@yunhui/contracts';
import { HubRefused, HubUnreachable } from '../../../platform/http.js';

/** A check-up ends in eight seconds; whoever hears nothing for so much longer hears no more. */
const patienceMs = 15_000;

/** Asks for a check-up and tells each line as it comes. Throws when the hub refuses, or the answer breaks off before its outcome. */
export async function askCheckUp(address: string, tell: (line: CheckUpLine) => void, signal: AbortSignal): Promise<void> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patienceMs);
  signal.addEventListener('abort', () => end.abort(), { once: true });
  try {
    const response = await fetch('/api/v1/links/check-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address }),
      signal: end.signal,
    });
    if (!response.ok) throw new HubRefused((await response.json()) as Problem);
    await readLines(response, tell);
  } catch (error) {
    throw error instanceof HubRefused ? error : new HubUnreachable('no outcome', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function readLines({ body }: Response, tell: (line: CheckUpLine) => void): Promise<void> {
  if (!body) throw new Error('no body');
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  let [rest, isOver] = ['', false];
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines.filter(Boolean)) {
      const line = JSON.parse(text) as CheckUpLine;
      isOver ||= line.line === 'outcome';
      tell(line);
    }
  }
  if (!isOver) throw new Error('no outcome');
}
