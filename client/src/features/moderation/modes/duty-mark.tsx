import type { DutyStanding } from '@yunhui/contracts';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './modes.module.css';
import { useScopes } from './use-scopes.js';

/** Whether one counts as on duty, and which of one's scopes nobody looks after. */
export function DutyMark({ duty }: { duty: DutyStanding | undefined }) {
  const { t } = useDeskWords();
  const { decides } = useDesk();
  const { nameOf } = useScopes();
  if (!decides) return null;
  const alone = duty?.unattended ?? [];
  const words =
    alone.length > 0 ? t('duty.unattended', { regions: alone.map(nameOf).join(t('axis.comma')) }) : t(duty ? 'duty.on' : 'duty.off');
  return (
    <span className={styles.duty} data-alone={alone.length > 0 || undefined} title={t('duty.how')}>
      {words}
    </span>
  );
}
