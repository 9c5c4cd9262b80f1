import type { Supplement } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import formStyles from '../form/form.module.css';
import type { DraftState } from './draft.reducer.js';
import type { SupplementDraft } from './open-supplement.js';

type Props = { draft: SupplementDraft; state: DraftState; reopen: () => void };

/** How what is written stands to what the hub has, always in sight. */
export function SupplementSaving({ draft, state: { saving }, reopen }: Props) {
  const { t, problem } = useWords();
  if (saving.phase === 'changed') return <ChangedElsewhere draft={draft} theirs={saving.theirs} reopen={reopen} />;
  const isStuck = saving.phase === 'failed' || saving.phase === 'offline';
  return (
    <div className={formStyles.saving} data-phase={saving.phase}>
      <output>
        {saving.phase === 'failed'
          ? t('form.saving.failed', { why: problem(saving.error, t('form.saving.unreached')) })
          : t(`form.saving.${saving.phase}`)}
      </output>
      {isStuck ? <Button onClick={() => void draft.save()}>{t('form.saving.again')}</Button> : null}
    </div>
  );
}

type Changed = { draft: SupplementDraft; theirs: Supplement; reopen: () => void };

/** Somebody else was first, or its time is over. What was written here stays until one of the two is chosen. */
function ChangedElsewhere({ draft, theirs, reopen }: Changed) {
  const { t } = useWords();
  const canGoOn = theirs.standing === 'open';
  const takeTheirs = () => {
    draft.happen({ type: 'took-theirs' });
    if (!canGoOn) reopen();
  };
  return (
    <section className={formStyles.changed} role="alert">
      <h2>{t(canGoOn ? 'supplement.changed.title' : 'supplement.changed.locked')}</h2>
      <p>{t(canGoOn ? 'supplement.changed.body' : 'supplement.changed.lockedBody')}</p>
      <div className={formStyles.acts}>
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
