import type { Filing } from '@yunhui/contracts';
import { differenceOf, isEditable } from '@yunhui/domain';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { toast } from '../../../../ui/toast.js';
import type { DraftState } from '../draft.reducer.js';
import styles from '../form.module.css';
import type { Draft } from '../open-draft.js';

type Props = { draft: Draft; state: DraftState; reopen: () => void };

/** How what is written stands to what the hub has, always in sight. */
export function SavingLine({ draft, state, reopen }: Props) {
  const { t, problem } = useWords();
  const { saving } = state;
  if (saving.phase === 'changed') return <ChangedElsewhere draft={draft} state={state} theirs={saving.theirs} reopen={reopen} />;
  const isStuck = saving.phase === 'failed' || saving.phase === 'offline';
  return (
    <div className={styles.saving} data-phase={saving.phase}>
      <output>
        {saving.phase === 'failed'
          ? t('form.saving.failed', { why: problem(saving.error, t('form.saving.unreached')) })
          : t(`form.saving.${saving.phase}`)}
      </output>
      {isStuck ? <Button onClick={() => void draft.save()}>{t('form.saving.again')}</Button> : null}
    </div>
  );
}

type Changed = Props & { theirs: Filing };

/** Somebody else was first. Both stay until one is chosen, and who chose the other can go back. */
function ChangedElsewhere({ draft, state, theirs, reopen }: Changed) {
  const { t } = useWords();
  const { form } = state;
  const fields = differenceOf(form, theirs.form).map(({ field }) => t(`filing.field.${field}`));
  const canGoOn = isEditable(theirs.state);
  const takeTheirs = () => {
    draft.happen({ type: 'took-theirs' });
    if (!canGoOn) reopen();
    else
      toast({
        words: t('form.changed.took'),
        action: { label: t('form.changed.back'), act: () => draft.happen({ type: 'put-back', form }) },
      });
  };
  return (
    <section className={styles.changed} role="alert">
      <h2>{t('form.changed.title')}</h2>
      <p>{canGoOn ? t('form.changed.body', { fields: fields.join('、') }) : t('form.changed.locked')}</p>
      <div className={styles.acts}>
        {canGoOn ? (
          <Button look="primary" onClick={() => draft.happen({ type: 'took-mine' })}>
            {t('form.changed.mine')}
          </Button>
        ) : null}
        <Button onClick={takeTheirs}>{t(canGoOn ? 'form.changed.theirs' : 'form.changed.look')}</Button>
      </div>
    </section>
  );
}
