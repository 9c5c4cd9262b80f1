import type { UnitFiler } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import styles from './filers.module.css';

type Props = {
  filer: UnitFiler;
  mayDecide: boolean;
  isBusy: boolean;
  verify: () => void;
  end: () => void;
  recover: () => void;
};

/** Somebody who files for the unit, or would: who waits is verified here, and it ends here. */
export function FilerRow({ filer, mayDecide, isBusy, verify, end, recover }: Props) {
  const { t, day } = useWords();
  const { name, login, addedAt, verifiedAt, mayRecover } = filer;
  return (
    <li className={styles.row} data-waiting={verifiedAt === undefined || undefined}>
      <div className={styles.who}>
        <h3>{name}</h3>
        <p className={verifiedAt === undefined ? styles.waiting : styles.quiet}>
          {verifiedAt === undefined ? t('filers.isWaiting') : t('filers.isVerified', { day: day(Date.parse(verifiedAt)) })}
        </p>
      </div>
      <p className={styles.quiet}>{t('filers.account', { login, day: day(Date.parse(addedAt)) })}</p>
      {mayDecide ? (
        <div className={styles.acts}>
          {verifiedAt === undefined ? (
            <Button look="primary" busy={isBusy} aria-label={t('filers.verifyWho', { name })} onClick={verify}>
              {t('filers.verify')}
            </Button>
          ) : null}
          {mayRecover ? (
            <Button aria-label={t('filers.recoverWho', { name })} onClick={recover}>
              {t('filers.recover')}
            </Button>
          ) : null}
          <Button look="quiet" aria-label={t('filers.endWho', { name })} onClick={end}>
            {t('filers.end')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
