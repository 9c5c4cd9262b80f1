import type { Message } from '@yunhui/contracts';
import BadgeCheck from 'lucide-react/icons/badge-check';
import { memo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { openRealtime } from '../../platform/realtime.js';
import { provinceOf, toneFor } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { SampleMark } from '../../ui/sample-mark.js';
import styles from './chat.module.css';

export function Avatar({ name }: { name: string }) {
  return (
    <span className={styles.avatar} style={{ '--tone': toneFor(name) } as CSSProperties} aria-hidden="true">
      {[...name][0]}
    </span>
  );
}

function Retract({ topic, id }: { topic: string; id: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'idle' | 'asked' | 'failed'>('idle');
  const retract = () => {
    setOutcome('asked');
    openRealtime()
      .then((client) => client.retract(topic, id))
      .catch(() => setOutcome('failed'));
  };
  return (
    <button
      type="button"
      className={styles.action}
      data-quiet={outcome === 'idle' || undefined}
      disabled={outcome === 'asked'}
      onClick={retract}
    >
      {t(outcome === 'failed' ? 'chat.retractFailed' : 'chat.retract')}
    </button>
  );
}

/** A published message: who, from where, in which role, and the words as text. Memoised, because a busy room draws often. */
export const MessageRow = memo(function MessageRow({ topic, message, mine }: { topic: string; message: Message; mine: boolean }) {
  const { t } = useTranslation();
  const { author, text, replyTo, masked } = message;
  const region = author.region && provinceOf(author.region)?.symbol;
  return (
    <li className={styles.row} data-role={author.role} data-mine={mine || undefined}>
      <Avatar name={author.name} />
      <div className={styles.said}>
        <p className={styles.who}>
          <span className={styles.author}>{author.name}</span>
          {region ? <span className={styles.region}>{region}</span> : null}
          {author.role ? (
            <span className={styles.role}>
              <BadgeCheck {...icon(13)} />
              {t(`chat.role.${author.role}`)}
            </span>
          ) : null}
          {author.sample ? <SampleMark /> : null}
          {mine ? <Retract topic={topic} id={message.id} /> : null}
        </p>
        {replyTo ? <p className={styles.quote}>{t('chat.replyTo', replyTo)}</p> : null}
        <p className={styles.text}>{text}</p>
        {masked ? <p className={styles.note}>{t('chat.masked')}</p> : null}
      </div>
    </li>
  );
});
