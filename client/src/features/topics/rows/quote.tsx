import type { Message } from '@yunhui/contracts';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useRoomActions } from '../chat.context.js';
import styles from './quote.module.css';

/** What a message answers: a tap goes there. Of what was taken back only the name is left. */
export function Quote({
  topic,
  replyTo,
  reachable = true,
  roomy = false,
}: {
  topic: string;
  replyTo: NonNullable<Message['replyTo']>;
  /** By Tab: in a log only that of the row one is at. */
  reachable?: boolean;
  /** Between posts there is more room than between lines. */
  roomy?: boolean;
}) {
  const { t } = useTranslation();
  const { jumpTo } = useRoomActions();
  const { name, text, seq } = replyTo;
  const look = { className: styles.quote, 'data-roomy': roomy || undefined };
  if (text === '') return <p {...look}>{t('chat.replyGone', { name })}</p>;
  return (
    <button type="button" {...look} tabIndex={reachable ? 0 : -1} onClick={() => jumpTo(topic, seq)}>
      {t('chat.replyTo', { name, text })}
    </button>
  );
}
