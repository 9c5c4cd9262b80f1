import { z } from 'zod';

/** What a client that does not know a code may do about it. This list is closed. */
export const Retry = z.enum(['never', 'later', 'sign-in', 'resume']);
export type Retry = z.infer<typeof Retry>;

/**
 * Every refusal of the hub, with what the asker may do about it.
 * A new code is a new line here; the table of HTTP statuses in the server then does not compile without it.
 */
export const retryOf = {
  'event.unknown': 'never',
  /** The payload is not of the event's shape; `field` names the first wrong part. */
  'event.malformed': 'never',
  'request.malformed': 'never',
  'path.unknown': 'never',
  'method.refused': 'never',
  'origin.refused': 'never',
  'protocol.unsupported': 'never',
  /** Also for a topic that the asker may not know of. */
  'topic.unknown': 'never',
  'topic.closed': 'never',
  'topic.muted': 'later',
  /** By a ban that holds where one wants to be. Reading what is public needs no account. */
  'account.banned': 'never',
  'topic.slow-mode': 'later',
  /** 静默: reactions and danmaku wait until the campaign is loud again. */
  'topic.quiet': 'later',
  /** Only hosts and staff of the region speak here now. */
  'topic.staff-only': 'never',
  /** Only who has an account speaks here now. */
  'topic.verified-only': 'never',
  'topic.emoji-only': 'never',
  /** Minors' mode: the hub's own phrases and reactions only. */
  'topic.phrases-only': 'never',
  'topic.not-joined': 'never',
  /** More topics joined, or keys tracked, than `hello.limits` allows. */
  'topic.too-many': 'never',
  /** The id is known from another author or another topic; one's own retry never gets this. */
  'message.id-taken': 'never',
  'message.empty': 'never',
  'message.too-long': 'never',
  /** Links are off in this topic. */
  'message.link': 'never',
  'message.unknown': 'never',
  /** Screening refuses the words; `rule` says by what. */
  'message.rejected': 'never',
  'hold.unknown': 'never',
  /** Somebody was first; the answer has their verdict. */
  'hold.decided': 'never',
  /** A colleague looks at it; `take` takes it over. */
  'hold.claimed': 'never',
  /** Its 30 s are over, or somebody has acted on it since. */
  'hold.undo-over': 'never',
  'burst.unknown': 'never',
  'term.unknown': 'never',
  /** The cursor is not one of this list's. */
  'cursor.refused': 'never',
  /** Somebody has changed the topic's mode since it was read. */
  'mode.changed': 'never',
  'shield.unknown': 'never',
  /** Nothing of that kind and id is cut off. */
  'cut.unknown': 'never',
  /** Also for a filing that the asker may not know of. */
  'filing.unknown': 'never',
  /** Another tab or person has changed it since it was read; the answer has it as it is. */
  'filing.changed': 'never',
  /** In its state nobody, or not this person, may do that. */
  'filing.refused': 'never',
  /** Something in the form must be mended first; the answer names it. */
  'filing.unfit': 'never',
  /** What is late, or outside its window, needs a reason. */
  'filing.unexplained': 'never',
  /** Its deadline has passed, or it was handed in: nothing is written into it. */
  'supplement.locked': 'never',
  /** Its host has asked for another change already, which comes first. */
  'change.waiting': 'never',
  /** Longer than a picture may be, or of more pixels than are unpacked. */
  'upload.too-large': 'never',
  /** No picture of a kind that is taken, by its content, or a broken one. */
  'upload.unreadable': 'never',
  /** Also for a picture that the asker may not see. */
  'upload.unknown': 'never',
  /** A colleague was first; the answer has what they made of it. */
  'review.decided': 'never',
  /** A colleague looks at it; `take` takes it over. */
  'review.claimed': 'never',
  /** Its 30 s are over, or somebody has acted on it since. */
  'review.undo-over': 'never',
  /** Also for a unit that the asker may not know of. */
  'organization.unknown': 'never',
  /** The registry has a unit of that name: nobody applies for it again. */
  'organization.taken': 'never',
  /** Also for an application that the asker may not know of. */
  'application.unknown': 'never',
  /** Somebody has decided or corrected it since it was read; the answer has it as it is. */
  'application.changed': 'never',
  /** Five of one person wait, or were declined: those come first. */
  'application.too-many': 'never',
  /** Nobody who files for that unit. */
  'filer.unknown': 'never',
  /** Whoever signed up for a unit hands nothing in until a reviewer has verified them. */
  'filer.unverified': 'never',
  /** Used, taken back, run out or never given: a link that is good once tells no more. */
  'invitation.unknown': 'never',
  'recovery.unknown': 'never',
  /** By this link nobody sets the hub up any more: it was used, has run out, or a later start has made another. */
  'setup.unknown': 'never',
  /** They have no such role there. */
  'role.unknown': 'never',
  /** Whoever operates the whole alone stays: nobody else could make another. */
  'role.last-operator': 'never',
  /** Its 30 s are over, or somebody else has taken it. */
  'role.undo-over': 'never',
  /** Another account has that name to sign in with. */
  'login.taken': 'never',
  /** Too short, or too easily guessed. */
  'password.refused': 'never',
  /** This hub has no provider to sign in by. */
  'identity.off': 'never',
  /** Not begun in this browser, answered already, or too long ago. */
  'identity.lost': 'never',
  /** By whoever was asked, at the provider. */
  'identity.cancelled': 'never',
  /** The provider says no, or does not know this hub. */
  'identity.declined': 'never',
  /** The provider takes no answer twice, and none that is old. */
  'identity.code-spent': 'never',
  /** What came is not the provider’s word on this attempt: another nonce, signature or issuer. */
  'identity.untrusted': 'never',
  /** It is not reached, or makes no sense. */
  'identity.provider-away': 'later',
  /** That identity is another account’s, or this account has one already. */
  'identity.taken': 'never',
  /** Only who has signed in since the provider named them links what it named. */
  'identity.unproven': 'never',
  /** This hub sends no codes. */
  'phone.off': 'never',
  /** It is no number that a code could be sent to. */
  'phone.refused': 'never',
  /** Another account signs in by it. */
  'phone.taken': 'never',
  /** Whoever sends codes for the hub did not take this one. */
  'phone.not-sent': 'later',
  'phone.code-wrong': 'never',
  /** Used, run out, or tried five times. */
  'phone.code-spent': 'never',
  /** This hub sends no mail. */
  'mail.off': 'never',
  /** There is no address yet of which one could choose anything. */
  'mail.no-address': 'never',
  /** Used, run out, or of an address that somebody has replaced since. */
  'mail.link-unknown': 'never',
  /** Also for a webhook that the asker may not know of. */
  'webhook.unknown': 'never',
  /** Nothing is sent to such an address: not https, a port that nobody serves, or this machine. */
  'webhook.refused': 'never',
  /** Not there, or on its way already. */
  'delivery.unknown': 'never',
  'link.unknown': 'never',
  /** By its looks it cannot be played or opened so, or nobody may ask for it. */
  'link.refused': 'never',
  /** Somebody has changed the session's links since they were read. */
  'link.changed': 'never',
  'campaign.unknown': 'never',
  /** There is one by that slug. */
  'campaign.taken': 'never',
  'region.unknown': 'never',
  'channel.unknown': 'never',
  'session.unknown': 'never',
  /** The channel plays something else at that time. */
  'session.overlaps': 'never',
  /** It has been on: what has begun cannot be cancelled or begin at another time. */
  'session.begun': 'never',
  'session.over': 'never',
  /** It would be moved to where nobody can see it any more. */
  'session.past': 'never',
  /** Its host may say that it has begun from a quarter of an hour before its start. */
  'session.early': 'later',
  /** No ticket, or one that has run out or was revoked. */
  'ticket.missing': 'sign-in',
  'ticket.refused': 'sign-in',
  'sign-in.refused': 'never',
  'name.refused': 'never',
  'access.refused': 'never',
  'person.unknown': 'never',
  /** Oneself, or whoever has a role that one does not stand above. */
  'person.out-of-reach': 'never',
  'sanction.unknown': 'never',
  /** Somebody has acted on it since, or its time to be undone is over. */
  'sanction.changed': 'never',
  'report.unknown': 'never',
  'report.changed': 'never',
  'appeal.unknown': 'never',
  'appeal.changed': 'never',
  /** It was appealed against before, or is nothing that one can appeal against. */
  'appeal.refused': 'never',
  /** Whoever decided first does not hear the appeal. */
  'appeal.yours': 'never',
  'limit.reached': 'later',
  busy: 'later',
  internal: 'later',
} as const satisfies Record<string, Retry>;

/** `thing.reason`; the list grows, and clients act on `retry` when they do not know a code. */
export type ErrorCode = keyof typeof retryOf;
export const ErrorCode = z.enum(Object.keys(retryOf) as [ErrorCode, ...ErrorCode[]]);

/** What the server answers when it refuses. `retryAfterMs` is set only where waiting helps. */
export const Refusal = z.object({
  code: ErrorCode,
  retry: Retry,
  retryAfterMs: z.int().positive().optional(),
  /** The first part of the request that is wrong, as a path: `text`, `topics.0.after`. */
  field: z.string().optional(),
  /** Of refused words: the rule, one of `rejectionRules`, that the sender is told. */
  rule: z.string().optional(),
});
export type Refusal = z.infer<typeof Refusal>;

/** HTTP refusals: RFC 9457 `application/problem+json` with a refusal in it. */
export const Problem = Refusal.extend({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() });
export type Problem = z.infer<typeof Problem>;

/** The answer to every client-to-server event that has an ack function, within 5 s. */
export type Ack<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };
