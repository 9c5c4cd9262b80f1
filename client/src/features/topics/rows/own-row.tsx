import type { OwnMessage } from '@yunhui/realtime-client';
import CircleX from 'lucide-react/icons/circle-x';
import Clock from 'lucide-react/icons/clock';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import WifiOff from 'lucide-react/icons/wifi-off';
import { withRealtime } from '../../../platform/realtime.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { useRoomActions } from '../chat.context.js';
import { fateOf, type Look } from '../fate.rules.js';
import { useModerationSlots } from '../moderation-slots.context.js';
import { useFateWords } from '../use-fate-words.js';
import { Avatar } from './avatar.js';
import styles from './rows.module.css';

const icons: Record<Look, typeof Clock> = { sending: LoaderCircle, held: Clock, bad: CircleX, unsent: WifiOff };

/** One's own message before everybody sees it, with its fate beside one's name. The announcer reads the fate, so that it is read once. */
export function OwnRow({ topic, own, tag }: { topic: string; own: OwnMessage; tag: string | undefined }) {
  const { t } = useWords();
  const { edit } = useRoomActions();
  const slots = useModerationSlots();
  const { look, next } = fateOf(own);
  const words = useFateWords();
  const Icon = icons[look];
  const discard = () => void withRealtime((client) => client.discard(topic, own.id));
  const editAgain = () => {
    discard();
    edit(topic, own.text);
  };
  return (
    <li className={styles.row} data-key={own.id} data-mine data-fate={look}>
      <Avatar name={t('chat.me')} />
      <div className={styles.said}>
        <p className={styles.who}>
          <span className={styles.author}>{t('chat.me')}</span>
          <span className={styles.fate}>
            <Icon {...icon(14)} />
            {words(own)}
          </span>
          {tag ? <span className={styles.tag}>#{tag}</span> : null}
        </p>
        <p className={styles.text}>{own.text}</p>
        {next ? (
          <p className={styles.next}>
            {next === 'edit' ? (
              <button type="button" onClick={editAgain}>
                {t('chat.editAndSend')}
              </button>
            ) : (
              <button type="button" onClick={() => withRealtime((client) => client.resend(topic, own.id))}>
                {t('chat.resend')}
              </button>
            )}
            {own.status === 'rejected' ? slots?.ofRejected(own.id) : null}
            <button type="button" onClick={discard}>
              {t('chat.discard')}
            </button>
          </p>
        ) : null}
      </div>
    </li>
  );
}
