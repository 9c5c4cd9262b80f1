import type { SupplementContent, SupplementFinding } from '@yunhui/contracts';
import { addressFields, peopleIn } from '@yunhui/domain';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Field } from '../../../ui/form.js';
import { icon } from '../../../ui/icon.js';
import { signs } from '../form/beside.js';
import formStyles from '../form/form.module.css';
import { AddressList } from './address-list.js';
import type { Change } from './open-supplement.js';
import { PictureList } from './picture-list.js';

type FieldsProps = {
  content: SupplementContent;
  edit: (change: Change) => void;
  findings: readonly SupplementFinding[];
  during: (work: Promise<void>) => void;
};

/** Where a field stands on the page; a finding leads there. */
export const placeOf = (field: SupplementFinding['field']): string => `supplement-${field}`;

/** The six fields and the summary, each with what is found of it. */
export function SupplementFields({ content, edit, findings, during }: FieldsProps) {
  const { t } = useWords();
  const named = peopleIn(content.workerList);
  return (
    <div className={formStyles.fields}>
      <section className={formStyles.panel} aria-labelledby="supplement-evidence">
        <h2 id="supplement-evidence">{t('supplement.evidence')}</h2>
        <Part field="pictures" findings={findings}>
          <PictureList
            pictures={content.pictures}
            change={(make) => edit(({ pictures }) => ({ pictures: make(pictures) }))}
            during={during}
          />
        </Part>
        {addressFields.map((field) => (
          <Part key={field} field={field} findings={findings}>
            <AddressList field={field} addresses={content[field]} change={(make) => edit((now) => ({ [field]: make(now[field]) }))} />
          </Part>
        ))}
      </section>
      <section className={formStyles.panel} aria-labelledby="supplement-people">
        <h2 id="supplement-people">{t('supplement.people')}</h2>
        <Part field="scienceWorkers" findings={findings}>
          <Field label={t('supplement.field.scienceWorkers')}>
            <input
              inputMode="numeric"
              value={content.scienceWorkers ?? ''}
              maxLength={6}
              onChange={({ target }) => edit({ scienceWorkers: countOf(target.value) })}
            />
          </Field>
        </Part>
        <Part field="workerList" findings={findings}>
          <Field label={t('supplement.field.workerList')}>
            <textarea
              rows={6}
              value={content.workerList ?? ''}
              maxLength={8_000}
              autoComplete="off"
              onChange={({ target }) => edit({ workerList: target.value })}
            />
          </Field>
          <p className={formStyles.help}>{t('supplement.workerListHelp', { count: named })}</p>
        </Part>
      </section>
      <section className={formStyles.panel} aria-labelledby="supplement-words">
        <h2 id="supplement-words">{t('supplement.field.summary')}</h2>
        <Part field="summary" findings={findings}>
          <Field label={t('supplement.summaryHelp')}>
            <textarea rows={8} value={content.summary ?? ''} maxLength={6_000} onChange={({ target }) => edit({ summary: target.value })} />
          </Field>
        </Part>
      </section>
    </div>
  );
}

/** What is no number is not written yet. */
function countOf(written: string): number | undefined {
  const digits = written.replaceAll(/\D/gu, '');
  return digits === '' ? undefined : Math.min(Number(digits), 100_000);
}

type PartProps = { field: SupplementFinding['field']; findings: FieldsProps['findings']; children: ReactNode };

function Part({ field, findings, children }: PartProps) {
  const { t, pick } = useWords();
  const said = findings.filter((finding) => finding.field === field);
  return (
    <div className={formStyles.part} id={placeOf(field)}>
      {children}
      {said.length > 0 ? (
        <ul className={formStyles.said}>
          {said.map(({ code, at, severity, says, todo }) => {
            const Sign = signs[severity];
            return (
              <li key={`${code}${at ?? ''}`} data-severity={severity}>
                <Sign {...icon(16)} />
                <span>
                  <b className="unseen">{t(`form.severity.${severity}`)}：</b>
                  {at === undefined ? null : `${t('supplement.address', { rank: at + 1 })}：`}
                  {pick(says.zh, says.en)}
                  {todo ? <small>{pick(todo.zh, todo.en)}</small> : null}
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
