import { z } from 'zod';
import { Instant } from './ids.js';

/** As somebody types it; the hub reads what it can of it. */
const PhoneText = z.string().max(40);
/** What was sent: six digits, perhaps in wide ones or with spaces. */
const Code = z.string().max(20);

/** `GET /api/v1/me/phone`: whether this hub signs in by phone, and the number of the account that is signed in, masked. */
export const OwnPhone = z.object({ offered: z.boolean(), phone: z.string().optional() });
export type OwnPhone = z.infer<typeof OwnPhone>;

/** `PUT /api/v1/me/phone`: sends a code there. It takes the password, for by this number one gets into the account. */
export const GivePhone = z.object({ phone: PhoneText, password: z.string().max(500) });
export type GivePhone = z.infer<typeof GivePhone>;

/** `POST /api/v1/phones/codes`: sends a code to a number that an account signs in by. Of a number that none does, the answer is the same. */
export const AskCode = z.object({ phone: PhoneText });
export type AskCode = z.infer<typeof AskCode>;

/** A code is on its way, if there is anybody to send it to: `id` is brought back with it, until then. */
export const SentCode = z.object({ id: z.uuid(), until: Instant });
export type SentCode = z.infer<typeof SentCode>;

/** `POST /api/v1/me/phone/confirm`, `POST /api/v1/phones/sign-in`. Five tries, then another has to be sent. */
export const BroughtCode = z.object({ id: z.uuid(), code: Code });
export type BroughtCode = z.infer<typeof BroughtCode>;
