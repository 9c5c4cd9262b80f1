import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useMemo, useRef } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { CheckUpPanel } from './check-up-panel.js';
import { HostedSessionCard } from './hosted-session-card.js';
import styles from './hosting.module.css';
import { linkFrom } from './listed-links.js';
import { useCheckUp } from './use-check-up.js';
import { useHostedSessions } from './use-hosted-sessions.js';

/** A host's sessions with their links, and the check-up beside them: first on a phone, in sight on a desktop. */
export function HostDesk() {
  const { t } = useWords();
  const { state, check } = useCheckUp();
  const panel = useRef<HTMLDivElement>(null);
  const checked = useMemo(() => (state.phase === 'done' ? linkFrom(state.outcome) : undefined), [state]);
  const checkListed = (address: string) => {
    check(address);
    panel.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={`wrap ${styles.desk}`}>
      <h1 className="song">{t('hosting.title')}</h1>
      <div ref={panel} className={styles.side}>
        <CheckUpPanel state={state} check={check} />
      </div>
      <Sessions checked={checked} check={checkListed} />
    </div>
  );
}

function Sessions({ checked, check }: { checked: ReturnType<typeof linkFrom>; check: (address: string) => void }) {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useHostedSessions();
  if (isPending) return <output className={styles.quiet}>{t('hosting.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <EmptyState icon={<CalendarPlus {...icon(32)} />} title={t('hosting.empty.title')}>
        {t('hosting.empty.body')}
      </EmptyState>
    );
  return (
    <section className={styles.sessions} aria-labelledby="hosted-title">
      <h2 id="hosted-title">{t('hosting.sessions')}</h2>
      {error ? <p className={styles.bad}>{t('hosting.stale')}</p> : null}
      {data.items.map((session) => (
        <HostedSessionCard key={session.id} session={session} checked={checked} check={check} />
      ))}
    </section>
  );
}
