import { z } from 'zod';
import { Instant, RegionKey } from './ids.js';

/** What a webhook can be told of; the list grows. Each is a fact of that name: ids and a version, read again before one believes it. */
export const WebhookEvent = z.enum([
  'filing.moved',
  'session.planned',
  'session.changed',
  'session.links-changed',
  'stream.health-changed',
  'release.published',
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

const Note = z.string().trim().max(80);
/** Without a name or password in it: those would be in every list that shows it. */
const Address = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => !/^[^/\\?#]*[/\\]{2}[^/\\?#]*@/.test(text), 'must not carry a name or password');
const Events = z.array(WebhookEvent).min(1).max(WebhookEvent.options.length);

/** An address outside that is told what happens in a region and below it. `offAt`: nothing is sent since; what waits goes on waiting. */
export const Webhook = z.object({
  id: z.uuid(),
  scope: RegionKey,
  url: z.string(),
  note: z.string(),
  events: z.array(WebhookEvent),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: Instant,
  offAt: Instant.optional(),
  /** Until then what is sent is signed with the secret before, too. */
  previousUntil: Instant.optional(),
  /** How many deliveries wait for their next try, and how many are not tried any more. */
  waiting: z.int(),
  dead: z.int(),
});
export type Webhook = z.infer<typeof Webhook>;

/** `GET /api/v1/webhooks`: those of the regions one operates, the oldest first. */
export const WebhookList = z.object({ items: z.array(Webhook) });
export type WebhookList = z.infer<typeof WebhookList>;

/** `POST /api/v1/webhooks`. */
export const RegisterWebhook = z.object({ scope: RegionKey, url: Address, note: Note.default(''), events: Events });
export type RegisterWebhook = z.infer<typeof RegisterWebhook>;

/** `PUT /api/v1/webhooks/{id}`. */
export const ChangeWebhook = z.object({ url: Address, note: Note, events: Events });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;

/** `PUT /api/v1/webhooks/{id}/on`. */
export const SwitchWebhook = z.object({ on: z.boolean() });
export type SwitchWebhook = z.infer<typeof SwitchWebhook>;

/** A webhook with its secret, told this one time: `whsec_` and 32 bytes in base64, by the Standard Webhooks scheme. */
export const WebhookSecret = z.object({ webhook: Webhook, secret: z.string() });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

export const DeliveryState = z.enum(['waiting', 'delivered', 'dead']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why there was no answer. The list grows. */
export const NoAnswer = z.enum([
  'address-refused',
  'name-unknown',
  'certificate',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many-redirects',
]);
export type NoAnswer = z.infer<typeof NoAnswer>;

/** One thing that is sent to a webhook. `id` is its `webhook-id`, the same at every try. */
export const Delivery = z.object({
  id: z.uuid(),
  /** A webhook's event, or `webhook.tried`. */
  event: z.string(),
  at: Instant,
  state: DeliveryState,
  attempts: z.int(),
  triedAt: Instant.optional(),
  /** Of one that waits: when it is tried next. */
  nextAt: Instant.optional(),
  /** What the last try was answered with, or why it was not. */
  answer: z.object({ status: z.int().optional(), why: NoAnswer.optional() }).optional(),
  /** What is sent, word for word. */
  body: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;

/** `GET /api/v1/webhooks/{id}/deliveries?state=`: the newest first. */
export const DeliveryPage = z.object({ items: z.array(Delivery), next: z.string().optional() });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** `POST /api/v1/webhooks/{id}/deliveries/send-dead`: how many are on their way again. */
export const SentAgain = z.object({ sent: z.int() });
export type SentAgain = z.infer<typeof SentAgain>;
