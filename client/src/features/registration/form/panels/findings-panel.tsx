import type { FilingFinding } from '@yunhui/contracts';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { icon } from '../../../../ui/icon.js';
import { isBlank } from '../../filing.rules.js';
import { placeOf, signs } from '../beside.js';
import styles from '../form.module.css';

/** Leads to the part that a finding speaks of, ready to be changed. */
export function goTo({ field, at }: Pick<FilingFinding, 'field' | 'at'>): void {
  const part = document.getElementById(placeOf(field, at)) ?? document.getElementById(placeOf(field));
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
}

type Props = { items: readonly FilingFinding[] | undefined; insists: boolean; error: unknown; retry: () => void };

/** Everything that is found, gravest first; each is found beside its part, too. What is only blank is no mistake before `insists`. */
export function FindingsPanel({ items, insists, error, retry }: Props) {
  const { t, pick } = useWords();
  const gravityOf = (finding: FilingFinding) => (!insists && isBlank(finding) ? 'blank' : finding.severity);
  const count = (gravity: ReturnType<typeof gravityOf>) => items?.filter((one) => gravityOf(one) === gravity).length ?? 0;
  const mayNot = items?.some(({ severity }) => severity === 'hard');
  const counted = ({ blank, hard, soft }: Record<'blank' | 'hard' | 'soft', number>) =>
    blank > 0 ? t('form.findings.toFill', { blank, hard, soft }) : t('form.findings.count', { hard, soft });
  return (
    <section className={styles.panel} aria-labelledby="findings-title">
      <header className={styles.head}>
        <h2 id="findings-title">{t('form.findings.title')}</h2>
        {items ? <output>{counted({ blank: count('blank'), hard: count('hard'), soft: count('soft') })}</output> : null}
      </header>
      {error ? (
        <div role="alert" className={styles.row}>
          <p>{t('form.findings.unread')}</p>
          <Button onClick={retry}>{t('page.retry')}</Button>
        </div>
      ) : null}
      {!items && !error ? <p className={styles.help}>{t('form.findings.reading')}</p> : null}
      {items && !mayNot ? (
        <p className={styles.fine}>
          <CircleCheck {...icon(18)} />
          {t('form.findings.none')}
        </p>
      ) : null}
      <ol className={styles.findings}>
        {items?.map((finding) => {
          const gravity = gravityOf(finding);
          const Sign = gravity === 'blank' ? CircleDashed : signs[gravity];
          const go = t(gravity === 'blank' ? 'form.findings.fill' : 'form.findings.go');
          return (
            <li key={`${finding.code}${finding.at ?? ''}${finding.says.zh}`} data-severity={gravity}>
              <Sign {...icon()} />
              <div>
                <b>
                  <span className="unseen">{t(`form.severity.${gravity}`)}：</span>
                  {pick(finding.says.zh, finding.says.en)}
                </b>
                {finding.todo ? <p>{pick(finding.todo.zh, finding.todo.en)}</p> : null}
              </div>
              {finding.severity === 'note' ? null : (
                <Button aria-label={`${go}：${t(`filing.field.${finding.field}`)}`} onClick={() => goTo(finding)}>
                  {go}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
