import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../../config.js';
import type { MailAnswer } from './mail.rules.js';
import type { ClaimedMail } from './mails.repository.js';

const patienceMs = 10_000;
/** So many mails are handed over at once, each over a connection of its own. */
export const mailsAtOnce = 2;

/** The way to the mail server that the settings name; without them there is none, and nothing is sent. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private transport: ReturnType<typeof transportTo> | undefined;
  private readonly from: string;

  constructor(@Inject(CONFIG) { SMTP_URL, MAIL_FROM }: Pick<Config, 'SMTP_URL' | 'MAIL_FROM'>) {
    this.transport = SMTP_URL === undefined ? undefined : transportTo(new URL(SMTP_URL));
    this.from = MAIL_FROM ?? '';
  }

  get isOn(): boolean {
    return this.transport !== undefined;
  }

  /** Hands it to the server. Each try has the same Message-ID, so that a mailbox knows it again. `endAt`: one click there ends all mail. */
  async send({ id, address, subject, body, html }: ClaimedMail, endAt: string | undefined): Promise<MailAnswer & { isSent: boolean }> {
    if (!this.transport) return { isSent: false };
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address },
        subject,
        text: body,
        html,
        messageId: `<${id}@${this.from.replace(/^.*@|>$/g, '')}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(endAt !== undefined && { 'List-Unsubscribe': `<${endAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { isSent: true, code: 250 };
    } catch (error) {
      return { isSent: false, ...answerIn(error) };
    }
  }

  /** What is due then waits for the next start: a try without a way would be one in vain. */
  onModuleDestroy(): void {
    this.transport?.close();
    this.transport = undefined;
  }
}

function transportTo(url: URL) {
  const secure = url.protocol === 'smtps:';
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    pool: true,
    maxConnections: mailsAtOnce,
    maxRequeues: 0, // what fails waits in Postgres, and is not sent again and again behind its back
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // Else a password would go in the clear to whoever says for the server that it knows no TLS.
    ...(user !== '' && { auth: { user, pass }, requireTLS: true }),
  });
}

/** What the server said no to: a recipient and a message are the mail's own, everything else is between us and it. */
function answerIn(error: unknown): MailAnswer {
  if (!(error instanceof Error)) return {};
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return {
    ...(typeof responseCode === 'number' && { code: responseCode }),
    ...((code === 'EENVELOPE' || code === 'EMESSAGE') && { ofRecipient: true }),
  };
}
