import type { OwnMessage } from '@yunhui/realtime-client';
import CircleX from 'lucide-react/icons/circle-x';
import Clock from 'lucide-react/icons/clock';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { ReactNode } from 'react';
import { withRealtime } from '../../platform/realtime.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import styles from './chat.module.css';
import { Avatar } from './message-row.js';

type Fate = { look: 'sending' | 'held' | 'bad' | 'unsent'; icon: ReactNode; words: string; next?: 'edit' | 'resend' };

/** What became of one's own message so far, and what one may do about it. */
function useFate({ status, error }: OwnMessage): Fate {
  const { t, refusal } = useWords();
  switch (status) {
    case 'sending':
      return { look: 'sending', icon: <LoaderCircle {...icon(14)} />, words: t('chat.sending') };
    case 'held':
      return { look: 'held', icon: <Clock {...icon(14)} />, words: t('chat.held') };
    case 'rejected':
      return { look: 'bad', icon: <CircleX {...icon(14)} />, words: t('chat.rejected'), next: 'edit' };
    case 'expired':
      return { look: 'bad', icon: <CircleX {...icon(14)} />, words: t('chat.expired'), next: 'edit' };
    case 'unsent':
      return {
        look: 'unsent',
        icon: <WifiOff {...icon(14)} />,
        words: error ? `${t('chat.unsent')} · ${refusal(error)}` : t('chat.unsent'),
        next: 'resend',
      };
    case 'refused':
      if (error?.retry === 'later')
        return { look: 'unsent', icon: <CircleX {...icon(14)} />, words: `${t('chat.unsent')} · ${refusal(error)}`, next: 'resend' };
      return {
        look: 'bad',
        icon: <CircleX {...icon(14)} />,
        words: error ? t('chat.rejectedBecause', { reason: refusal(error) }) : t('chat.rejected'),
        next: 'edit',
      };
  }
}

/** One's own message before everybody sees it, with its fate under it. `edit` gives the words back to the composer. */
export function OwnRow({ topic, own, edit }: { topic: string; own: OwnMessage; edit: (text: string) => void }) {
  const { t } = useWords();
  const fate = useFate(own);
  const discard = () => void withRealtime((client) => client.discard(topic, own.id));
  const editAgain = () => {
    discard();
    edit(own.text);
  };
  return (
    <li className={styles.row} data-mine data-fate={fate.look}>
      <Avatar name={t('chat.me')} />
      <div className={styles.said}>
        <p className={styles.who}>
          <span className={styles.author}>{t('chat.me')}</span>
          <output className={styles.fate}>
            {fate.icon}
            {fate.words}
          </output>
        </p>
        <p className={styles.text}>{own.text}</p>
        {fate.next ? (
          <p className={styles.actions}>
            {fate.next === 'edit' ? (
              <button type="button" className={styles.action} onClick={editAgain}>
                {t('chat.editAndSend')}
              </button>
            ) : (
              <button type="button" className={styles.action} onClick={() => withRealtime((client) => client.resend(topic, own.id))}>
                {t('chat.resend')}
              </button>
            )}
            <button type="button" className={styles.action} onClick={discard}>
              {t('chat.discard')}
            </button>
          </p>
        ) : null}
      </div>
    </li>
  );
}
