import type { FilingCard } from '@yunhui/contracts';
import { isEditable, isWaiting, timeWords } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { DeadlineLine, useDayWords } from '../form/panels/deadline-panel.js';
import { useFindings } from '../use-filings.js';
import styles from './list.module.css';

/** A filing in the list: what it is, where it stands, and what its host has to do. */
export function FilingRow({ filing, copy }: { filing: FilingCard; copy: () => void }) {
  const { t, language, day, clock } = useWords();
  const { id, title, state, time, organization, updatedAt } = filing;
  const at = Date.parse(updatedAt);
  const name = title || t('form.list.untitled');
  return (
    <li className={styles.card} data-state={state}>
      <Link to="/host/filings/$filing" params={{ filing: id }} className={styles.title}>
        {name}
      </Link>
      <p>
        <span className={styles.state}>{t(`form.state.${state}`)}</span> {organization.name}
        {time ? ` · ${timeWords(time, language === 'en' ? 'en' : 'zh')}` : ''}
      </p>
      <Due filing={filing} />
      <p className={styles.quiet}>{t('form.list.touched', { day: day(at), clock: clock(at) })}</p>
      <Button aria-label={`${t('form.list.copy')}：${name}`} onClick={copy}>
        {t('form.list.copy')}
      </Button>
    </li>
  );
}

function Due({ filing }: { filing: FilingCard }) {
  const { t } = useWords();
  const day = useDayWords();
  const { id, state, level, ladder, change, supplementBy } = filing;
  if (change)
    return <p className={styles.due}>{t('programme.asked.why', { kind: t(`programme.asked.${change.kind}`), reason: change.reason })}</p>;
  if (isWaiting(state)) return <p>{t('form.due.waiting', { level: level + 1, levels: ladder.length })}</p>;
  if (supplementBy)
    return (
      <p className={styles.due}>
        <Link to="/host/filings/$filing/supplement" params={{ filing: id }}>
          {t('form.due.supplement', { deadline: day(supplementBy) })}
        </Link>
      </p>
    );
  return isEditable(state) ? <ToMend filing={filing} /> : null;
}

/** Of what is not handed in, how much is left to do, and until when. */
function ToMend({ filing: { id, version, state } }: { filing: FilingCard }) {
  const { t } = useWords();
  const { data } = useFindings(id, version);
  const hard = data?.items.filter(({ severity }) => severity === 'hard').length;
  return (
    <>
      {state === 'returned' ? <p className={styles.due}>{t('form.due.returned')}</p> : null}
      {data?.deadline ? (
        <p className={styles.due}>
          <DeadlineLine deadline={data.deadline} />
        </p>
      ) : null}
      {hard ? <p>{t('form.due.mend', { count: hard })}</p> : null}
      {hard === 0 && state === 'draft' ? <p>{t('form.due.ready')}</p> : null}
    </>
  );
}
