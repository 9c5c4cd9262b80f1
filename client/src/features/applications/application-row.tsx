import type { DeskApplication } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../platform/i18n/use-words.js';
import { pictureAddress } from '../../platform/uploads.js';
import { Button } from '../../ui/button.js';
import { Picture } from '../../ui/picture.js';
import { usePlaceName } from '../../ui/use-place-name.js';
import styles from './applications.module.css';

type Props = { one: DeskApplication; decide: (verdict: 'approve' | 'decline') => void };

/** An application on its desk: the name as it was written beside the seal, who asks, and what of the registry it may be. */
export function ApplicationRow({ one: { unit, state, note, seal, by, alike, appliedAt, decidedAt, reason, mayDecide }, decide }: Props) {
  const { t, day } = useWords();
  const placeName = usePlaceName();
  return (
    <li className={styles.row} data-state={state}>
      <h2>{unit.name}</h2>
      <p className={styles.quiet}>
        {t('apply.of', { type: t(`apply.type.${unit.type}`), region: placeName(unit.region), day: day(Date.parse(appliedAt)) })}
      </p>
      <p>{t('apply.desk.by', by)}</p>
      {note === '' ? null : <p className={styles.words}>{t('apply.desk.note', { note })}</p>}
      {mayDecide ? (
        <a className={styles.shown} href={pictureAddress(seal, 1_280)} target="_blank" rel="noopener">
          <Picture id={seal} name={t('apply.desk.sealOf', { unit: unit.name })} />
        </a>
      ) : null}
      {alike.length > 0 ? (
        <div className={styles.alike}>
          <p>{t('apply.desk.alike')}</p>
          <ul>
            {alike.map(({ key, name }) => (
              <li key={key}>
                <Link to="/units/$unit" params={{ unit: key }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {decidedAt === undefined ? null : (
        <p className={styles.state}>{t('apply.desk.decided', { state: t(`apply.state.${state}`), day: day(Date.parse(decidedAt)) })}</p>
      )}
      {reason === undefined ? null : <p className={styles.words}>{t('apply.reason', { reason })}</p>}
      {mayDecide ? (
        <div className={styles.acts}>
          <Button look="primary" aria-label={t('apply.desk.approveWhat', { unit: unit.name })} onClick={() => decide('approve')}>
            {t('apply.desk.approve')}
          </Button>
          <Button aria-label={t('apply.desk.declineWhat', { unit: unit.name })} onClick={() => decide('decline')}>
            {t('apply.desk.decline')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
