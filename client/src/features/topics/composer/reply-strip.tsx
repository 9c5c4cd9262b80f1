import X from 'lucide-react/icons/x';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { icon } from '../../../ui/icon.js';
import type { SaidRow } from '../chat.rules.js';
import styles from './composer.module.css';

/** Whom one answers, above the words one writes. */
export function ReplyStrip({ row, cancel }: { row: SaidRow; cancel: () => void }) {
  const { t } = useTranslation();
  const { author, text } = row.message;
  return (
    <p className={styles.reply}>
      <span>{t('chat.replyTo', { name: author.name, text })}</span>
      <button type="button" aria-label={t('composer.cancelReply')} onClick={cancel}>
        <X {...icon(16)} />
      </button>
    </p>
  );
}
