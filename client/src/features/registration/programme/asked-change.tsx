import type { ChangeRequest } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { lineDifference } from '../review/review.rules.js';
import { useFormWords } from '../review/use-form-words.js';
import styles from './programme.module.css';

type Props = { change: ChangeRequest; levels: number; children?: ReactNode };

/** What its host asks for: why, how far it has come, and what is other, before and after. */
export function AskedChange({ change, levels, children }: Props) {
  const { t, sideLines, day, clock } = useFormWords();
  const { kind, reason, state, level, by, at, changes } = change;
  const asked = `${day(Date.parse(at))} ${clock(Date.parse(at))}`;
  return (
    <section className={styles.asked} aria-label={t('programme.asked.title')}>
      <h2>{t('programme.asked.why', { kind: t(`programme.asked.${kind}`), reason })}</h2>
      <p>
        {t('programme.asked.by', { name: by.name, time: asked })} ·{' '}
        {state === 'granted' ? t('programme.asked.granted') : t('programme.asked.waits', { level: level + 1, levels })}
      </p>
      {changes.length === 0 ? <p>{t('programme.asked.whole')}</p> : null}
      <dl>
        {changes.map((one) => {
          const sides = lineDifference(sideLines(one, one.before), sideLines(one, one.after));
          return (
            <div key={one.field}>
              <dt>{t(`filing.field.${one.field}`)}</dt>
              <dd>
                <span className="unseen">{t('programme.asked.before')}</span>
                {sides.before.map(({ words, in: side }, place) => (
                  <span key={`${place} ${words}`}>{side === 'both' ? words : <del>{words}</del>}</span>
                ))}
              </dd>
              <dd>
                <span className="unseen">{t('programme.asked.after')}</span>
                {sides.after.map(({ words, in: side }, place) => (
                  <span key={`${place} ${words}`}>{side === 'both' ? words : <ins>{words}</ins>}</span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {children}
    </section>
  );
}
