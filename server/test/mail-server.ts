import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server of a test's own: what came to it, and what it answers instead of taking more. */
export type MailServer = AsyncDisposable & {
  url: string;
  came: { to: string; mail: ParsedMail }[];
  /** Who told it their password. */
  logins: string[];
  /** Refuses every recipient with this code, while it is set. */
  refusal: { code: number | undefined };
  /** Takes its time with what comes for one address, while this is set. */
  patience: { asked: { to: string; until: Promise<void> } | undefined };
};

/** A real SMTP server on this machine, without encryption; whoever wants to may sign in. */
export async function aMailServer(): Promise<MailServer> {
  const came: MailServer['came'] = [];
  const logins: string[] = [];
  const refusal: MailServer['refusal'] = { code: undefined };
  const patience: MailServer['patience'] = { asked: undefined };
  const smtp = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username = '' }, _session, done) => {
      logins.push(username);
      done(null, { user: username });
    },
    onRcptTo: (_address, _session, done) => {
      if (refusal.code === undefined) return done();
      done(Object.assign(new Error('not now'), { responseCode: refusal.code }));
    },
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(
        async (mail) => {
          const to = envelope.rcptTo.map(({ address }) => address).join();
          came.push({ to, mail });
          if (patience.asked?.to === to) await patience.asked.until;
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
  return { url: `smtp://127.0.0.1:${port}`, came, logins, refusal, patience, [Symbol.asyncDispose]: end };
}
