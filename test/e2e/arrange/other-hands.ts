import { expect } from '@playwright/test';
import type { Filing, FilingPage, ReturnReason } from '@yunhui/contracts';
import { demoPassword } from '../../harness/hub.js';

/** What others do by HTTP to what a host has before them. */
async function asAccount(address: string, login: string) {
  const headers = { 'content-type': 'application/json', origin: address };
  const body = JSON.stringify({ login, password: demoPassword });
  const signIn = await fetch(`${address}/api/v1/sign-in`, { method: 'POST', headers, body });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  return async <Answer>(method: string, path: string, said?: object): Promise<Answer> => {
    const init = { method, headers: { ...headers, cookie }, ...(said && { body: JSON.stringify(said) }) };
    const answer = await fetch(`${address}/api/v1/${path}`, init);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

/** The province's reviewer sends back what waits there under this title. */
export async function sendBack(address: string, title: string, reasons: ReturnReason[]): Promise<void> {
  const ask = await asAccount(address, 'province');
  const { items } = await ask<FilingPage>('GET', 'reviews');
  const filing = items.find((item) => item.title === title);
  await ask('POST', `reviews/${filing?.id}/return`, { version: filing?.version, reasons });
}

/** The same host writes another title on another device. */
export async function retitle(address: string, id: string, title: string): Promise<void> {
  const ask = await asAccount(address, 'host');
  const { version, form } = await ask<Filing>('GET', `filings/${id}`);
  await ask('PUT', `filings/${id}`, { version, form: { ...form, title } });
}

/** The province's reviewer approves it, and the half minute of the undo passes until it is on the programme. */
export async function publish(address: string, { id, version }: Pick<Filing, 'id' | 'version'>): Promise<Filing> {
  const province = await asAccount(address, 'province');
  const host = await asAccount(address, 'host');
  await province('POST', `reviews/${id}/approve`, { version, reason: '同意' });
  const read = () => host<Filing>('GET', `filings/${id}`);
  await expect.poll(async () => (await read()).state, { timeout: 60_000, intervals: [1_000] }).toBe('published');
  return read();
}
