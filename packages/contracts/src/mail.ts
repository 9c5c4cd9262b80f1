import { z } from 'zod';
import { Instant } from './ids.js';
import { NoticeKind } from './inbox.js';

/** The language that somebody is written to in. */
export const MailLanguage = z.enum(['zh-CN', 'en']);
export type MailLanguage = z.infer<typeof MailLanguage>;

/**
 * `GET /api/v1/me/mail`: where one is written to, and of what. `offered`: whether this hub sends mail at all; while it does
 * not, nothing is sent and the rest is kept.
 */
export const MailSettings = z.object({
  offered: z.boolean(),
  address: z.string().optional(),
  /** Nothing is sent to an address, but the link that confirms it, until that link was followed. */
  confirmed: z.boolean(),
  kinds: z.array(NoticeKind),
  language: MailLanguage.optional(),
});
export type MailSettings = z.infer<typeof MailSettings>;

/** `PUT /api/v1/me/mail/address`: a link is sent there, good for a day; the same address again sends another. */
export const GiveAddress = z.object({ address: z.email().max(254), language: MailLanguage });
export type GiveAddress = z.infer<typeof GiveAddress>;

/** `PUT /api/v1/me/mail/kinds`: of what one is written to from now on, and in which language. */
export const ChooseMail = z.object({ kinds: z.array(NoticeKind).max(NoticeKind.options.length), language: MailLanguage });
export type ChooseMail = z.infer<typeof ChooseMail>;

/** `POST /api/v1/mail/confirm`: the address, so far as somebody may see it who only holds its link. */
export const ConfirmedMail = z.object({ address: z.string() });
export type ConfirmedMail = z.infer<typeof ConfirmedMail>;

export const MailState = z.enum(['waiting', 'delivered', 'dead']);
export type MailState = z.infer<typeof MailState>;

/** One mail as those may see it who keep the hub running: its address is masked, and its words are not theirs. */
export const SentMail = z.object({
  id: z.uuid(),
  kind: z.string(),
  address: z.string(),
  at: Instant,
  state: MailState,
  attempts: z.int(),
  triedAt: Instant.optional(),
  nextAt: Instant.optional(),
  /** The mail server's code, or none when it was not reached. */
  answer: z.object({ code: z.int().optional() }).optional(),
});
export type SentMail = z.infer<typeof SentMail>;

/** `GET /api/v1/mail?state=`: the newest first. */
export const SentMailPage = z.object({ offered: z.boolean(), items: z.array(SentMail), next: z.string().optional() });
export type SentMailPage = z.infer<typeof SentMailPage>;
