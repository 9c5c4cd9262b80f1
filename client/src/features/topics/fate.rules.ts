import type { OwnMessage } from '@yunhui/realtime-client';

/** How an own message that is not in the log is drawn. */
export type Look = 'sending' | 'held' | 'bad' | 'unsent';

/** How it looks and what one may do about it: say it otherwise, or say it again as it is. */
export function fateOf({ status, error }: Pick<OwnMessage, 'status' | 'error'>): { look: Look; next?: 'edit' | 'resend' } {
  switch (status) {
    case 'sending':
      return { look: 'sending' };
    case 'held':
      return { look: 'held' };
    case 'rejected':
    case 'expired':
      return { look: 'bad', next: 'edit' };
    case 'unsent':
      return { look: 'unsent', next: 'resend' };
    case 'refused':
      return error?.retry === 'later' ? { look: 'unsent', next: 'resend' } : { look: 'bad', next: 'edit' };
  }
}

/** What is said aloud at once: a word on one's own message that one must know, each time it is another. */
export function verdictsSince(before: readonly OwnMessage[], now: readonly OwnMessage[]): readonly OwnMessage[] {
  const known = new Map(before.map((own) => [own.id, own.status]));
  return now.filter((own) => own.status !== 'sending' && known.get(own.id) !== own.status);
}
