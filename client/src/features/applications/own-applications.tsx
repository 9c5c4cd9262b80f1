import type { UnitApplication } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { Unreachable } from '../../ui/unreachable.js';
import { usePlaceName } from '../../ui/use-place-name.js';
import { ApplicationForm } from './application-form.js';
import styles from './applications.module.css';
import { useOwnApplications } from './use-applications.js';

/** What one has applied for; who has not applied yet does it here. */
export function OwnApplications() {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useOwnApplications();
  const [open, setOpen] = useState<UnitApplication | 'new'>();
  if (isPending) return <output className={styles.quiet}>{t('apply.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const close = () => setOpen(undefined);
  if (data.items.length === 0)
    return (
      <section className={`panel ${styles.panel}`}>
        <ApplicationForm close={close} />
      </section>
    );
  return (
    <>
      <ul className={styles.list}>
        {data.items.map((one) => (
          <OwnApplication key={one.id} one={one} correct={() => setOpen(one)} />
        ))}
      </ul>
      <Button className={styles.more} onClick={() => setOpen('new')}>
        {t('apply.another')}
      </Button>
      {open ? (
        <Sheet title={open === 'new' ? t('apply.another') : t('apply.correct')} close={close}>
          <ApplicationForm {...(open !== 'new' && { application: open })} close={close} />
        </Sheet>
      ) : null}
    </>
  );
}

function OwnApplication({ one: { state, unit, appliedAt, reason }, correct }: { one: UnitApplication; correct: () => void }) {
  const { t, day } = useWords();
  const placeName = usePlaceName();
  return (
    <li className={styles.row} data-state={state}>
      <h2>{unit.name}</h2>
      <p className={styles.state}>{t(`apply.state.${state}`)}</p>
      <p className={styles.quiet}>
        {t('apply.of', { type: t(`apply.type.${unit.type}`), region: placeName(unit.region), day: day(Date.parse(appliedAt)) })}
      </p>
      <p>{t(`apply.next.${state}`)}</p>
      {reason === undefined ? null : <p>{t('apply.reason', { reason })}</p>}
      {state === 'approved' ? null : <Button onClick={correct}>{t('apply.correct')}</Button>}
    </li>
  );
}
