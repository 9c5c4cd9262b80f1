import type { ApplicationState, DeskApplication } from '@yunhui/contracts';
import Building2 from 'lucide-react/icons/building-2';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Choices } from '../../ui/choices.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import { Unreachable } from '../../ui/unreachable.js';
import { ApplicationRow } from './application-row.js';
import styles from './applications.module.css';
import { DecisionSheet } from './decision-sheet.js';
import { applicationStates } from './options.js';
import { useDeciding, useDeskApplications } from './use-applications.js';

/** A decision that is asked about before it is taken. */
type Deciding = { one: DeskApplication; verdict: 'approve' | 'decline' };

/** The applications of one's scopes: what waits the longest comes first. */
export function ApplicationDesk() {
  const { t } = useWords();
  const [state, setState] = useState<ApplicationState>('waiting');
  const { data, error, isPending, refetch } = useDeskApplications(state);
  const acts = useDeciding();
  const [deciding, setDeciding] = useState<Deciding>();
  const close = () => {
    acts.approve.reset();
    acts.decline.reset();
    setDeciding(undefined);
  };
  return (
    <>
      <Choices
        label={t('apply.desk.show')}
        choices={applicationStates.map((value) => ({ value, words: t(`apply.state.${value}`) }))}
        chosen={state}
        choose={setState}
      />
      {isPending ? <output className={styles.quiet}>{t('apply.reading')}</output> : null}
      {!data && error ? <Unreachable error={error} retry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={<Building2 {...icon(32)} />} title={t(`apply.desk.none.${state}`)}>
          {t('apply.desk.noneBody')}
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {data?.items.map((one) => (
          <ApplicationRow key={one.id} one={one} decide={(verdict) => setDeciding({ one, verdict })} />
        ))}
      </ul>
      {data?.isMore ? <p className={styles.quiet}>{t('apply.desk.more')}</p> : null}
      {deciding ? <DecisionSheet {...deciding} acts={acts} close={close} /> : null}
    </>
  );
}
