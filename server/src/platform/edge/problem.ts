import { type ErrorCode, type Problem, retryOf } from '@yunhui/contracts';
import { HubError, statusOf } from '../hub-error.js';
import { refusalOf } from './refusal-of.js';

/** What each refusal says to a person who reads the answer itself. Pages have their own words, by code. */
const titles = {
  'event.unknown': 'There is no such event',
  'event.malformed': 'The payload is not of the event’s shape',
  'request.malformed': 'The request is not of the expected shape',
  'path.unknown': 'There is nothing at this path',
  'method.refused': 'This path does not take this method',
  'origin.refused': 'This may not be asked from another site',
  'protocol.unsupported': 'This version of the protocol is not spoken here',
  'topic.unknown': 'There is no such topic',
  'topic.closed': 'The topic is closed',
  'topic.muted': 'You are muted in this topic',
  'account.banned': 'You are banned here',
  'topic.slow-mode': 'This topic is in slow mode',
  'topic.quiet': 'Reactions and danmaku are off for now',
  'topic.staff-only': 'Only hosts and staff speak here now',
  'topic.verified-only': 'Only who has an account speaks here now',
  'topic.emoji-only': 'Only emoji are taken here now',
  'topic.phrases-only': 'Only the given phrases are taken here',
  'topic.not-joined': 'Join the topic first',
  'topic.too-many': 'Too many topics or keys',
  'message.id-taken': 'The id belongs to another message',
  'message.empty': 'The message is empty',
  'message.too-long': 'The message is too long',
  'message.link': 'Links are off in this topic',
  'message.unknown': 'There is no such message',
  'message.rejected': 'The words are not let through',
  'hold.unknown': 'There is no such held message',
  'hold.decided': 'Somebody has decided this before',
  'hold.claimed': 'A colleague looks at this',
  'hold.undo-over': 'This cannot be taken back any more',
  'burst.unknown': 'There is no such burst',
  'term.unknown': 'There is no such term',
  'cursor.refused': 'The cursor is not one of this list',
  'mode.changed': 'Somebody has changed the mode since',
  'shield.unknown': 'There is no shield over this scope',
  'cut.unknown': 'This is not cut off',
  'filing.unknown': 'There is no such filing',
  'filing.changed': 'It was changed since it was read',
  'filing.refused': 'This cannot be done with it now',
  'filing.unfit': 'Something in the form must be mended first',
  'filing.unexplained': 'What is late or outside its window needs a reason',
  'supplement.locked': 'Nothing is written into it any more',
  'change.waiting': 'Another change was asked for and waits',
  'upload.too-large': 'The file is longer, or of more pixels, than a picture may be',
  'upload.unreadable': 'This is no picture in JPEG, PNG or WebP, or it is broken',
  'upload.unknown': 'There is no such picture',
  'review.decided': 'A colleague has decided this before',
  'review.claimed': 'A colleague looks at this',
  'review.undo-over': 'This cannot be taken back any more',
  'organization.unknown': 'There is no such unit',
  'organization.taken': 'The registry has a unit of that name',
  'application.unknown': 'There is no such application',
  'application.too-many': 'Five of yours are not decided, or were declined: those come first',
  'application.changed': 'It was decided or corrected since it was read',
  'filer.unknown': 'Nobody who files for that unit',
  'filer.unverified': 'A reviewer has yet to verify whoever asks',
  'invitation.unknown': 'The invitation was used, taken back, has run out or never was',
  'recovery.unknown': 'The link was used, taken back, has run out or never was',
  'setup.unknown': 'The link was used, has run out or never was',
  'role.unknown': 'They have no such role there',
  'role.last-operator': 'Nobody else operates the whole',
  'role.undo-over': 'This cannot be taken back any more',
  'login.taken': 'Another account has that login',
  'password.refused': 'The password is too short or too easily guessed',
  'identity.off': 'This hub signs nobody in by a provider',
  'identity.lost': 'This was not begun here, or is over',
  'identity.cancelled': 'It was cancelled at the provider',
  'identity.declined': 'The provider declined',
  'identity.code-spent': 'The answer was used before, or is too old',
  'identity.untrusted': 'The answer is not to be believed',
  'identity.provider-away': 'The provider is not reached',
  'identity.taken': 'It is linked already',
  'identity.unproven': 'Sign in with the password first',
  'phone.off': 'This hub sends no codes',
  'phone.refused': 'This is no phone number',
  'phone.taken': 'Another account has this number',
  'phone.not-sent': 'The code was not sent',
  'phone.code-wrong': 'The code is not right',
  'phone.code-spent': 'The code is not good any more',
  'mail.off': 'This hub sends no mail',
  'mail.no-address': 'There is no address yet',
  'mail.link-unknown': 'This link is not good any more',
  'webhook.unknown': 'There is no such webhook',
  'webhook.refused': 'Nothing is sent to this address',
  'delivery.unknown': 'There is no such delivery, or it is on its way',
  'link.unknown': 'There is no such link',
  'link.refused': 'This address cannot be played or opened',
  'link.changed': 'Somebody has changed the links since',
  'campaign.taken': 'There is a campaign of that address',
  'campaign.unknown': 'There is no such campaign',
  'region.unknown': 'There is no such region',
  'channel.unknown': 'There is no such channel',
  'session.unknown': 'There is no such session',
  'session.overlaps': 'The channel plays something else at that time',
  'session.begun': 'The session has begun',
  'session.over': 'The session is over',
  'session.past': 'That time has passed',
  'session.early': 'It is too early for the session to begin',
  'ticket.missing': 'Sign in first',
  'ticket.refused': 'The ticket is not valid any more',
  'sign-in.refused': 'Login or password are not right',
  'name.refused': 'This name cannot be used',
  'access.refused': 'You may not do this',
  'person.unknown': 'There is no such person',
  'person.out-of-reach': 'You may not act on this person',
  'sanction.unknown': 'There is no such sanction',
  'sanction.changed': 'Somebody has acted on this sanction since',
  'report.unknown': 'There is no such report',
  'report.changed': 'Somebody has decided this report',
  'appeal.unknown': 'There is no such appeal',
  'appeal.changed': 'Somebody has decided this appeal',
  'appeal.refused': 'This cannot be appealed, or was appealed before',
  'appeal.yours': 'Another moderator hears this appeal',
  'limit.reached': 'Too many requests',
  busy: 'The hub is busy',
  internal: 'Something went wrong',
} as const satisfies Record<ErrorCode, string>;

/** RFC 9457: a refusal over HTTP. `status` is another than the code's only where HTTP has a better word for it. */
export function problemOf(error: HubError, status: number = statusOf[error.code], detail?: string): Problem {
  const refusal = error.toRefusal();
  return {
    ...error.beside,
    type: `urn:yunhui:${refusal.code}`,
    title: titles[refusal.code],
    status,
    ...refusal,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** What fastify, Nest and their plugins refuse on their own, in our words. */
const foreign: Partial<Record<number, { code: ErrorCode; detail?: string }>> = {
  400: { code: 'request.malformed' },
  403: { code: 'access.refused' },
  404: { code: 'path.unknown' },
  405: { code: 'method.refused' },
  413: { code: 'request.malformed', detail: 'The body is larger than 64 KB.' },
  414: { code: 'path.unknown', detail: 'The path is too long.' },
  415: { code: 'request.malformed', detail: 'The body must be application/json.' },
  503: { code: 'busy' },
};

/** An error as a problem; nothing when it is a fault of ours, which is logged whole and told to nobody. */
export function knownProblem(error: unknown): Problem | undefined {
  const refusal = refusalOf(error);
  if (refusal) return problemOf(refusal);
  const status = statusIn(error);
  const known = status === undefined ? undefined : foreign[status];
  return known && problemOf(new HubError(known.code), status, known.detail);
}

/** Nest says `getStatus()`, fastify `statusCode`. */
function statusIn(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

export const internalProblem = (): Problem => ({
  type: 'urn:yunhui:internal',
  title: titles.internal,
  status: 500,
  code: 'internal',
  retry: retryOf.internal,
});
