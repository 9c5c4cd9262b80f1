import type { Filing } from '@yunhui/contracts';
import { isOnProgramme, isWaiting } from '@yunhui/domain';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { isBlank } from '../filing.rules.js';
import { useFindings } from '../use-filings.js';
import { ActivityFields } from './fields/activity-fields.js';
import { PlaceFields, SafetyFields } from './fields/place-fields.js';
import { SessionFields } from './fields/session-fields.js';
import { UnitNames } from './fields/unit-names.js';
import { FiledProgramme } from '../programme/filed-programme.js';
import { SupplementLink } from '../supplement/supplement-link.js';
import { FormContext, type FormInHand, type LinkCheck } from './form.context.js';
import styles from './form.module.css';
import { openDraft } from './open-draft.js';
import { DeadlinePanel } from './panels/deadline-panel.js';
import { FindingsPanel } from './panels/findings-panel.js';
import { SavingLine } from './panels/saving-line.js';
import { StepsPanel } from './panels/steps-panel.js';
import { SubmitPanel } from './panels/submit-panel.js';
import { WithdrawButton } from './panels/withdraw-button.js';

type Props = { filing: Filing; LinkCheck: LinkCheck; reopen: () => void };

/** A filing that may be changed: it saves itself, says what is found, and is handed in. */
export function FilingEditor({ filing, LinkCheck: Check, reopen }: Props) {
  const { t } = useWords();
  const [draft] = useState(() => openDraft(filing));
  const state = draft.use();
  useEffect(() => draft.watch(), [draft]);
  const { kept, form } = state;
  const { data, error, refetch } = useFindings(kept.id, kept.version);
  // What nobody has come to yet is no mistake, until one wants to hand it in.
  const [insists, setInsists] = useState(filing.state === 'returned');
  const inHand = useMemo<FormInHand>(
    () => ({
      form,
      edit: draft.edit,
      findings: data?.items.filter((finding) => insists || !isBlank(finding)) ?? [],
      reasons: filing.reasons,
      LinkCheck: Check,
    }),
    [form, draft, data, insists, filing.reasons, Check],
  );
  return (
    <div className={styles.desk}>
      <SavingLine draft={draft} state={state} reopen={reopen} />
      <div className={styles.side}>
        {filing.state === 'returned' ? (
          <section className={styles.back}>
            <h2>{t('form.returned.title')}</h2>
            <p>{t('form.returned.body')}</p>
          </section>
        ) : null}
        <DeadlinePanel deadline={data?.deadline} />
        <FindingsPanel items={data?.items} insists={insists} error={error} retry={() => void refetch()} />
      </div>
      <FormContext value={inHand}>
        <Fields key={state.written} />
      </FormContext>
      <div className={styles.foot}>
        <SubmitPanel
          draft={draft}
          filing={kept}
          findings={data?.items ?? []}
          insist={() => setInsists(true)}
          reread={() => void refetch()}
        />
        <WithdrawButton id={kept.id} version={kept.version} />
        <StepsPanel steps={filing.steps} />
      </div>
    </div>
  );
}

/** A filing that waits, or is done with: the form as it was handed in, and what has come of it. */
export function FilingAsFiled({ filing, LinkCheck: Check }: Omit<Props, 'reopen'>) {
  const { t } = useWords();
  const { form, level, ladder, state } = filing;
  const inHand: FormInHand = { form, edit: () => undefined, findings: [], reasons: [], LinkCheck: Check };
  return (
    <div className={styles.desk}>
      <div className={styles.side}>
        <section className={styles.panel}>
          <h2>{t(`form.state.${state}`)}</h2>
          <p>
            {isWaiting(state)
              ? t('form.due.waiting', { level: level + 1, levels: ladder.length })
              : t(isOnProgramme(state) ? 'programme.locked' : 'form.locked')}
          </p>
          {isWaiting(state) || state === 'approved' ? <WithdrawButton id={filing.id} version={filing.version} /> : null}
        </section>
        <SupplementLink filing={filing} />
        <FiledProgramme filing={filing} />
        <StepsPanel steps={filing.steps} />
      </div>
      <FormContext value={inHand}>
        <fieldset disabled className={styles.whole}>
          <legend className="unseen">{t('form.locked')}</legend>
          <Fields key={filing.version} />
        </fieldset>
      </FormContext>
    </div>
  );
}

function Fields() {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <ActivityFields />
      <PlaceFields />
      <section className={styles.panel} aria-labelledby="form-units">
        <h2 id="form-units">{t('form.units')}</h2>
        <UnitNames field="hosts" />
        <UnitNames field="undertakers" />
        <UnitNames field="coOrganizers" />
      </section>
      <SessionFields />
      <SafetyFields />
    </div>
  );
}
