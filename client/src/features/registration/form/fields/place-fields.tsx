import { useWords } from '../../../../platform/i18n/use-words.js';
import { Field } from '../../../../ui/form.js';
import { Part } from '../beside.js';
import { useForm } from '../form.context.js';
import styles from '../form.module.css';
import { TimeField } from './time-field.js';

/** When and where the whole activity is. */
export function PlaceFields() {
  const { t } = useWords();
  const { form, edit } = useForm();
  const { place } = form;
  return (
    <section className={styles.panel} aria-labelledby="form-when">
      <h2 id="form-when">{t('form.when')}</h2>
      <Part field="time">
        <fieldset className={styles.group}>
          <legend>{t('filing.field.time')}</legend>
          <TimeField time={form.time} change={(time) => edit({ time })} />
        </fieldset>
      </Part>
      {form.mode !== 'online' || place ? (
        <Part field="place">
          <Field label={t('filing.field.place')}>
            <input
              value={place?.text ?? ''}
              maxLength={200}
              onChange={({ target: { value: text } }) =>
                edit({ place: text || place?.tentative ? { tentative: false, ...place, text } : undefined })
              }
            />
          </Field>
          {place ? (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={place.tentative}
                onChange={({ target }) => edit({ place: { ...place, tentative: target.checked } })}
              />
              {t('form.placeTentative')}
            </label>
          ) : null}
        </Part>
      ) : null}
    </section>
  );
}

/** How many come, and what is done so that nothing happens to them: where people meet it is asked for. */
export function SafetyFields() {
  const { t } = useWords();
  const { form, edit } = useForm();
  return (
    <section className={styles.panel} aria-labelledby="form-more">
      <h2 id="form-more">{t('form.more')}</h2>
      <Part field="audience">
        <Field label={t('filing.field.audience') + t('form.optional')}>
          <input value={form.audience ?? ''} maxLength={200} onChange={({ target }) => edit({ audience: target.value })} />
        </Field>
      </Part>
      {form.mode !== 'online' || form.riskPlan ? (
        <Part field="riskPlan">
          <Field label={t('filing.field.riskPlan')}>
            <textarea rows={4} value={form.riskPlan ?? ''} maxLength={4_000} onChange={({ target }) => edit({ riskPlan: target.value })} />
          </Field>
          <p className={styles.help}>{t('form.riskPlanHelp')}</p>
        </Part>
      ) : null}
    </section>
  );
}
