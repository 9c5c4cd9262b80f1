import type { AppealItem } from '@yunhui/contracts';
import Scale from 'lucide-react/icons/scale';
import { useState } from 'react';
import { refusalOf } from '../../../platform/http.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './reports.module.css';
import { useAppeals, useHearAppeal } from './use-reports.js';

/** The person reads the reason: without one nothing is decided. */
function AppealActs({ appeal }: { appeal: AppealItem }) {
  const { t, refusal } = useDeskWords();
  const [reason, setReason] = useState('');
  const hear = useHearAppeal();
  const sayWhy = (error: unknown) => {
    const refused = refusalOf(error);
    toast({ words: refused ? refusal(refused) : t('reports.notSent') });
  };
  const say = (verdict: 'upheld' | 'overturned') =>
    hear.mutate({ id: appeal.id, said: { version: appeal.version, verdict, reason: reason.trim() } }, { onError: sayWhy });
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
    <li className={styles.card}>
      <span />
      <div>
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
      </div>
    </li>
  );
}

/** What people have appealed against. Whoever decided first does not hear it. */
export function AppealPane() {
  const { t } = useDeskWords();
  const { data, error, refetch } = useAppeals();
  if (!data)
    return error ? (
      <Unreachable error={error} retry={() => void refetch()} />
    ) : (
      <output className={styles.none}>{t('desk.reading')}</output>
    );
  if (data.items.length === 0)
    return (
      <EmptyState icon={<Scale {...icon(32)} />} title={t('appeals.none.title')}>
        {t('appeals.none.body')}
      </EmptyState>
    );
  return (
    <ul className={styles.list}>
      {data.items.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
    </ul>
  );
}
