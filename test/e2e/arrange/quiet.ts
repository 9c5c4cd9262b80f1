import { demoPassword } from '../../harness/hub.js';

/** What the operator does by HTTP until the desk has a page: sets the demo campaign to 静默, or back. */
export async function beQuiet(address: string, on: boolean): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: address };
  const body = JSON.stringify({ login: 'operator', password: demoPassword });
  const signIn = await fetch(`${address}/api/v1/sign-in`, { method: 'POST', headers, body });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const path = `${address}/api/v1/campaigns/kepuri-2023/quiet`;
  const answer = await fetch(path, { method: 'PUT', headers: { ...headers, cookie }, body: JSON.stringify({ on }) });
  if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status}`);
}
