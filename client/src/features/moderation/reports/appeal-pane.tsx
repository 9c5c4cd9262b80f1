import type { AppealItem } from '@yunhui/contracts';
import Scale from 'lucide-react/icons/scale';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import { DecisionCard, DecisionList } from './decision-list.js';
import styles from './reports.module.css';
import { useAppeals, useHearAppeal } from './use-reports.js';

/** The person reads the reason: without one nothing is decided. */
function AppealActs({ appeal }: { appeal: AppealItem }) {
  const { t } = useDeskWords();
  const [reason, setReason] = useState('');
  const hear = useHearAppeal();
  const say = (verdict: 'upheld' | 'overturned') =>
    hear.mutate({ id: appeal.id, said: { version: appeal.version, verdict, reason: reason.trim() } });
  const empty = reason.trim() === '';
  return (
    <div className={styles.acts}>
      <input
        aria-label={t('appeals.reason')}
        placeholder={t('appeals.reason')}
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button busy={hear.isPending} disabled={empty} onClick={() => say('overturned')}>
        {t('appeals.overturn')}
      </Button>
      <Button busy={hear.isPending} disabled={empty} onClick={() => say('upheld')}>
        {t('appeals.uphold')}
      </Button>
    </div>
  );
}

function Appeal({ appeal }: { appeal: AppealItem }) {
  const { t, day, clock } = useDeskWords();
  const { decides } = useDesk();
  const { what, person, texts, words, decidedBy, at, yours } = appeal;
  const when = Date.parse(at);
  return (
    <DecisionCard>
      {texts.map((text) => (
        <p key={text} className={styles.text}>
          {text}
        </p>
      ))}
      <p className={styles.meta}>
        {person.name} · {t(`appeals.what.${what}`)} · {decidedBy?.name ?? t('appeals.byRule')} · {day(when)} {clock(when)}
      </p>
      <p className={styles.words}>{words}</p>
      {yours ? <p className={styles.meta}>{t('appeals.yours')}</p> : decides ? <AppealActs appeal={appeal} /> : null}
    </DecisionCard>
  );
}

/** What people have appealed against. Whoever decided first does not hear it. */
export function AppealPane() {
  const { t } = useDeskWords();
  return (
    <DecisionList
      asked={useAppeals()}
      none={
        <EmptyState icon={<Scale {...icon(32)} />} title={t('appeals.none.title')}>
          {t('appeals.none.body')}
        </EmptyState>
      }
      row={(appeal) => <Appeal key={appeal.id} appeal={appeal} />}
    />
  );
}
