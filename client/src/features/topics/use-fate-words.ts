import type { OwnMessage } from '@yunhui/realtime-client';
import { useWords } from '../../platform/i18n/use-words.js';

/** What became of one's own message so far, in one line. */
export function useFateWords(): (own: OwnMessage) => string {
  const { t, refusal } = useWords();
  const because = (reason: string) => (reason === '' ? t('chat.rejected') : t('chat.rejectedBecause', { reason }));
  return ({ status, error, rule }) => {
    switch (status) {
      case 'sending':
        return t('chat.sending');
      case 'held':
        return t('chat.held');
      case 'rejected':
        return because(rule ? t(`chat.rule.${rule}` as 'chat.rule.contact-details', { defaultValue: '' }) : '');
      case 'expired':
        return t('chat.expired');
      case 'unsent':
        return error ? `${t('chat.unsent')} · ${refusal(error)}` : t('chat.unsent');
      case 'refused':
        if (error?.retry === 'later') return `${t('chat.unsent')} · ${refusal(error)}`;
        return because(error ? refusal(error) : '');
    }
  };
}
