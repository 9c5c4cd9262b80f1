import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test as base } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type Settings, type SpawnedHub, startHub } from '../../harness/hub.js';

/** What came to mailboxes: to whom, what it is about, and what it says as text. */
export type Letter = { to: string; subject: string; text: string };
export type Mailboxes = AsyncDisposable & { url: string; letters: Letter[] };

/** A mail server of a journey's own. */
async function someMailboxes(): Promise<Mailboxes> {
  const letters: Letter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(
        ({ subject = '', text = '' }) => {
          letters.push({ to: envelope.rcptTo.map(({ address }) => address).join(), subject, text });
          done();
        },
        (error: unknown) => done(error as Error),
      );
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const end = () => new Promise<void>((resolve) => smtp.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, letters, [Symbol.asyncDispose]: end };
}

/** Journeys on a hub that writes to mailboxes on this machine. */
export const journeysWithMail = (settings: Settings) =>
  base.extend<object, { mailboxes: Mailboxes; hub: SpawnedHub }>({
    mailboxes: [
      // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        await using mailboxes = await someMailboxes();
        await use(mailboxes);
      },
      { scope: 'worker' },
    ],
    hub: [
      async ({ mailboxes }, use) => {
        await using hub = await startHub({ ...settings, SMTP_URL: mailboxes.url, MAIL_FROM: '云汇 <noreply@hub.example>' });
        await use(hub);
      },
      { scope: 'worker', timeout: 90_000 },
    ],
  });
