import type { OwnAppeal, OwnReport, ReportReason } from '@yunhui/contracts';
import type { Speaker } from './speakers.js';

/** What viewers do who are not content, away from the page that a journey looks at. */
async function post<Answer>(address: string, { ticket }: Speaker, path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Ticket ${ticket}` };
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

export const reportMessage = (
  address: string,
  by: Speaker,
  { topic, id }: { topic: string; id: string },
  reason: ReportReason,
): Promise<OwnReport> => post(address, by, 'reports', { target: { kind: 'message', topic, id }, reason });

export const appealOf = (address: string, by: Speaker, message: string, words: string): Promise<OwnAppeal> =>
  post(address, by, 'appeals', { of: { kind: 'message', id: message }, words });
