import type { ChangeAtOnce, Filing, ProgrammeSession, WantedChange } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { toast } from '../../../ui/toast.js';
import { ChangeSheet } from './change-sheet.js';
import styles from './programme.module.css';
import { actsOf, type Doing, type Sending, type SessionAct, wholeActsOf } from './programme.rules.js';

type Props = {
  filing: Pick<Filing, 'title' | 'state' | 'form'>;
  sessions: readonly ProgrammeSession[];
  /** The host's way: what is asked for waits for reviewers. */
  asked?: Sending<WantedChange>;
  /** The way of whoever answers for the scope. */
  atOnce?: Sending<ChangeAtOnce>;
};

/** What is on the programme of a filing, and what one can do with it. */
export function ProgrammePanel({ filing, sessions, asked, atOnce }: Props) {
  const { t } = useWords();
  const [doing, setDoing] = useState<Doing>();
  const may = asked !== undefined || atOnce !== undefined;
  const wholes = may ? wholeActsOf(filing.state) : [];
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    toast({ words: t(atOnce ? 'programme.done' : 'programme.asked') });
  };
  return (
    <section className={styles.panel} aria-labelledby="programme-title">
      <h2 id="programme-title">{t('programme.title')}</h2>
      {sessions.length === 0 ? <p className={styles.help}>{t('programme.none')}</p> : null}
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <Line key={session.id} session={session} acts={may ? actsOf(session, filing.state, atOnce !== undefined) : []} begin={setDoing} />
        ))}
      </ul>
      {wholes.length > 0 ? (
        <div className={styles.acts}>
          {wholes.map((act) => (
            <Button key={act} onClick={() => setDoing({ act })}>
              {t(`programme.whole.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {asked ? <p className={styles.help}>{t('programme.links')}</p> : null}
      {doing && (asked ?? atOnce) ? (
        <ChangeSheet doing={doing} filing={filing} close={close} done={done} {...(asked && { asked })} {...(atOnce && { atOnce })} />
      ) : null}
    </section>
  );
}

type LineProps = { session: ProgrammeSession; acts: readonly SessionAct[]; begin: (doing: Doing) => void };

function Line({ session, acts, begin }: LineProps) {
  const { t, day, clock, pick } = useWords();
  const { startsAt, endsAt, cancelled, moved, state, late } = session;
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const title = pick(session.title, session.titleEn);
  const standing = t(cancelled ? (cancelled.postponed ? 'state.postponed' : 'state.cancelled') : late ? 'state.late' : `state.${state}`);
  const reason = cancelled?.reason ?? moved?.reason;
  return (
    <li>
      <b>{title}</b>
      <small className="num">
        <time dateTime={startsAt}>{t('programme.when', { day: day(start), start: clock(start), end: clock(end) })}</time>
        {' · '}
        {cancelled && reason ? t('programme.why', { state: standing, reason }) : standing}
      </small>
      {moved && !cancelled ? (
        <span className={styles.change}>
          {[t('programme.movedFrom', { day: day(Date.parse(moved.from)), time: clock(Date.parse(moved.from)) }), reason]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ) : null}
      {acts.length > 0 ? (
        <div className={styles.acts}>
          {acts.map((act) => (
            <Button key={act} aria-label={t('programme.of', { act: t(`programme.${act}`), title })} onClick={() => begin({ act, session })}>
              {t(`programme.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
