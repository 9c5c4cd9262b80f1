import { Link } from '@tanstack/react-router';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useModerationSlots } from '../moderation-slots.context.js';
import styles from './composer.module.css';
import type { ComposerState } from './composer.rules.js';

/** One may not speak: until when, and, where the page knows more, why and what one can do. */
function Silent({ topic, until }: { topic: string; until: number | undefined }) {
  const { t, clock } = useWords();
  const slots = useModerationSlots();
  if (slots) return slots.whileSilent(topic, until);
  return <p className={styles.closed}>{until === undefined ? t('composer.banned') : t('composer.muted', { time: clock(until) })}</p>;
}

/** In the composer's place while one cannot speak: why, and what one can do. */
export function Shut({ topic, state }: { topic: string; state: ComposerState }) {
  const { t } = useWords();
  switch (state.kind) {
    case 'closed':
      return <p className={styles.closed}>{t('composer.closed')}</p>;
    case 'muted':
      return <Silent topic={topic} until={state.until} />;
    case 'banned':
      return <Silent topic={topic} until={undefined} />;
    case 'staff-only':
      return <p className={styles.closed}>{t('composer.staffOnly')}</p>;
    case 'verified-only':
      return (
        <p className={styles.closed}>
          {t('composer.verifiedOnly')} <Link to="/sign-in">{t('composer.signIn')}</Link>
        </p>
      );
    default:
      return null;
  }
}
