import type { FilingFinding, FormField, Severity } from '@yunhui/contracts';
import type { LucideIcon } from 'lucide-react';
import Info from 'lucide-react/icons/info';
import OctagonX from 'lucide-react/icons/octagon-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { useForm, useSaid } from './form.context.js';
import styles from './form.module.css';

export const signs: Record<Severity, LucideIcon> = { hard: OctagonX, soft: TriangleAlert, note: Info };

/** Where a part stands on the page; a finding leads there. */
export const placeOf = (field: FormField, at?: string | number): string => `part-${field}${at === undefined ? '' : `-${at}`}`;

/** A part of the form with what is said of it under it. */
export function Part({ field, children }: { field: FormField; children: ReactNode }) {
  const said = useSaid(field);
  const { reasons } = useForm();
  const isReturned = reasons.some((reason) => reason.field === field);
  return (
    <div className={styles.part} id={placeOf(field)} data-returned={isReturned || undefined}>
      <Returned field={field} />
      {children}
      <Said items={said} />
    </div>
  );
}

/** Why a reviewer sent it back, until it is submitted again. */
function Returned({ field }: { field: FormField }) {
  const { t } = useWords();
  const reasons = useForm().reasons.filter((reason) => reason.field === field);
  return reasons.map(({ code, note }) => (
    <p key={`${code}${note}`} className={styles.returned}>
      <Undo2 {...icon(16)} />
      <span>
        <b>
          {t('form.returned.mark')} · {t(`filing.field.${field}`)}：{t(`filing.reason.${code}`)}
        </b>
        {note ? ` ${note}` : ''}
      </span>
    </p>
  ));
}

/** What is found, hard or soft, with what to do. `mend` does it where one press can. */
export function Said({ items, mend }: { items: readonly FilingFinding[]; mend?: (finding: FilingFinding) => ReactNode }) {
  const { t, pick } = useWords();
  if (items.length === 0) return null;
  return (
    <ul className={styles.said}>
      {items.map((finding) => {
        const Sign = signs[finding.severity];
        return (
          <li key={`${finding.code}${finding.at ?? ''}${finding.says.zh}`} data-severity={finding.severity}>
            <Sign {...icon(16)} />
            <span>
              <b className="unseen">{t(`form.severity.${finding.severity}`)}：</b>
              {pick(finding.says.zh, finding.says.en)}
              {finding.todo ? <small>{pick(finding.todo.zh, finding.todo.en)}</small> : null}
            </span>
            {mend?.(finding)}
          </li>
        );
      })}
    </ul>
  );
}
