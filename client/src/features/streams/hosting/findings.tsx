import type { CheckUp, Finding } from '@yunhui/contracts';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import OctagonX from 'lucide-react/icons/octagon-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import styles from './hosting.module.css';

const looks = { good: CircleCheck, remind: TriangleAlert, bad: OctagonX, hint: Info };

function FindingRow({ finding, look }: { finding: Finding; look: keyof typeof looks }) {
  const { pick } = useWords();
  const Sign = looks[look];
  return (
    <li className={styles.finding} data-look={look}>
      <Sign {...icon()} />
      <div>
        <b>{pick(finding.says.zh, finding.says.en)}</b>
        {finding.todo ? <p>{pick(finding.todo.zh, finding.todo.en)}</p> : null}
      </div>
    </li>
  );
}

/** The verdict, the finding it comes from with what to do about it, and what else is worth knowing. */
export function Findings({ outcome }: { outcome: CheckUp }) {
  const { t } = useWords();
  const { verdict, finding, hints, address } = outcome;
  const look = verdict === 'OK' ? 'good' : verdict === 'SLOW' || verdict === 'NOT_LIVE' || verdict === 'UNKNOWN' ? 'remind' : 'bad';
  return (
    <>
      <h3 className={styles.verdict} data-look={look}>
        {t(`hosting.verdict.${verdict}`)} <small>{t('hosting.check.took', { seconds: (outcome.tookMs / 1_000).toFixed(1) })}</small>
      </h3>
      <code className={styles.code}>{address}</code>
      <ul className={styles.findings}>
        <FindingRow finding={finding} look={look} />
        {hints.map((hint) => (
          <FindingRow key={hint.code} finding={hint} look="hint" />
        ))}
      </ul>
    </>
  );
}
