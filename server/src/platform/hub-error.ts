import { type ErrorCode, type Refusal, retryOf } from '@yunhui/contracts';

/** `beside`: what HTTP answers besides the refusal, for whoever can do something with it. */
export type RefusalDetails = { retryAfterMs?: number; field?: string; rule?: string; beside?: Record<string, unknown>; cause?: unknown };

/**
 * An expected refusal: the request was understood and the answer is no.
 * Anything else that is thrown is a fault, logged in full and shown to nobody.
 */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: ErrorCode,
    private readonly details: RefusalDetails = {},
  ) {
    super(code, { cause: details.cause });
  }

  toRefusal(): Refusal {
    const { retryAfterMs, field, rule } = this.details;
    return {
      code: this.code,
      retry: retryOf[this.code],
      ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)) }),
      ...(field === undefined ? {} : { field }),
      ...(rule === undefined ? {} : { rule }),
    };
  }

  /** What HTTP answers besides the refusal. */
  get beside(): Record<string, unknown> {
    return this.details.beside ?? {};
  }
}

/** HTTP's word for each refusal. A new code does not compile until it has one. */
export const statusOf = {
  'event.unknown': 400,
  'event.malformed': 400,
  'request.malformed': 400,
  'path.unknown': 404,
  'method.refused': 405,
  'origin.refused': 403,
  'protocol.unsupported': 400,
  'topic.unknown': 404,
  'topic.closed': 409,
  'topic.muted': 403,
  'account.banned': 403,
  'topic.slow-mode': 429,
  'topic.quiet': 409,
  'topic.staff-only': 409,
  'topic.verified-only': 403,
  'topic.emoji-only': 409,
  'topic.phrases-only': 409,
  'topic.not-joined': 409,
  'topic.too-many': 400,
  'message.id-taken': 409,
  'message.empty': 400,
  'message.too-long': 400,
  'message.link': 409,
  'message.unknown': 404,
  'message.rejected': 422,
  'hold.unknown': 404,
  'hold.decided': 409,
  'hold.claimed': 409,
  'hold.undo-over': 409,
  'burst.unknown': 404,
  'term.unknown': 404,
  'cursor.refused': 400,
  'mode.changed': 409,
  'shield.unknown': 404,
  'cut.unknown': 404,
  'filing.unknown': 404,
  'filing.changed': 409,
  'filing.refused': 409,
  'filing.unfit': 422,
  'filing.unexplained': 422,
  'supplement.locked': 409,
  'change.waiting': 409,
  'upload.too-large': 413,
  'upload.unreadable': 415,
  'upload.unknown': 404,
  'review.decided': 409,
  'review.claimed': 409,
  'review.undo-over': 409,
  'organization.unknown': 404,
  'organization.taken': 409,
  'application.unknown': 404,
  'application.changed': 409,
  'application.too-many': 409,
  'filer.unknown': 404,
  'filer.unverified': 403,
  'invitation.unknown': 404,
  'recovery.unknown': 404,
  'setup.unknown': 404,
  'role.unknown': 404,
  'role.last-operator': 409,
  'role.undo-over': 409,
  'login.taken': 409,
  'password.refused': 400,
  'identity.off': 404,
  'identity.lost': 409,
  'identity.cancelled': 400,
  'identity.declined': 403,
  'identity.code-spent': 409,
  'identity.untrusted': 400,
  'identity.provider-away': 503,
  'identity.taken': 409,
  'identity.unproven': 403,
  'phone.off': 404,
  'phone.refused': 400,
  'phone.taken': 409,
  'phone.not-sent': 503,
  'phone.code-wrong': 400,
  'phone.code-spent': 409,
  'mail.off': 409,
  'mail.no-address': 409,
  'mail.link-unknown': 404,
  'webhook.unknown': 404,
  'webhook.refused': 400,
  'delivery.unknown': 404,
  'link.unknown': 404,
  'link.refused': 400,
  'link.changed': 409,
  'campaign.unknown': 404,
  'campaign.taken': 409,
  'region.unknown': 404,
  'channel.unknown': 404,
  'session.unknown': 404,
  'session.overlaps': 409,
  'session.begun': 409,
  'session.over': 409,
  'session.past': 409,
  'session.early': 409,
  'ticket.missing': 401,
  'ticket.refused': 401,
  'sign-in.refused': 401,
  'name.refused': 400,
  'access.refused': 403,
  'person.unknown': 404,
  'person.out-of-reach': 403,
  'sanction.unknown': 404,
  'sanction.changed': 409,
  'report.unknown': 404,
  'report.changed': 409,
  'appeal.unknown': 404,
  'appeal.changed': 409,
  'appeal.refused': 409,
  'appeal.yours': 403,
  'limit.reached': 429,
  busy: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;
