import type { HostedSession, ListedLink } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { HostedLinks } from './hosted-links.js';
import { HostSignal } from './host-signal.js';
import styles from './hosting.module.css';
import type { Worry } from './list/hosted-list.rules.js';

type Props = {
  session: HostedSession;
  /** What was checked last and may be put into the list; none: nothing was. */
  checked: ListedLink | undefined;
  check: (address: string) => void;
  /** In a long list, which is of one day, a session is one line until it is opened. */
  fold?: { isOpen: boolean; toggle: () => void } | undefined;
  worry?: Worry | undefined;
};

/** A session with what is said of it and its links. */
export function HostedSessionCard({ session, checked, check, fold, worry }: Props) {
  const { t, pick, day, clock } = useWords();
  const isOpen = fold?.isOpen ?? true;
  const { channel } = session;
  const id = useId();
  const title = pick(session.title, session.titleEn);
  const start = Date.parse(session.startsAt);
  return (
    <article className={styles.panel} data-folded={!isOpen || undefined} aria-labelledby={id}>
      <h3 id={id}>
        {fold ? (
          <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={fold.toggle}>
            {title}
            <ChevronDown {...icon(18)} />
          </button>
        ) : (
          title
        )}
      </h3>
      <p className={styles.quiet}>
        <StateBadge state={session.state} /> {fold ? '' : `${day(start)} `}
        {`${clock(start)}–${clock(Date.parse(session.endsAt))} · `}
        {pick(channel.title, channel.titleEn)}
      </p>
      {worry ? <p className={styles.worry}>{t(`hosting.worry.${worry}`)}</p> : null}
      {isOpen ? (
        <>
          <Link to="/host/live/$session" params={{ session: session.id }} className={styles.open} aria-describedby={id}>
            {t('hosting.console')}
          </Link>
          <HostSignal session={session} describedBy={id} />
          <HostedLinks session={session} checked={checked} check={check} />
        </>
      ) : null}
    </article>
  );
}
