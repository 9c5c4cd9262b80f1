import type { ActivityForm } from '@yunhui/contracts';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Choices } from '../../../../ui/choices.js';
import { Field } from '../../../../ui/form.js';
import { PictureField } from '../../../../ui/picture-field.js';
import { Part } from '../beside.js';
import { useForm } from '../form.context.js';
import styles from '../form.module.css';
import { blocks, domains, onlineForms, programmeTags } from './options.js';
import { Several } from './several.js';

/** What it is: name, summary, how it is held, and where in the campaign it belongs. */
export function ActivityFields() {
  const { t, form: formName } = useWords();
  const { form, edit } = useForm();
  const isOnline = form.mode !== 'offline';
  return (
    <section className={styles.panel} aria-labelledby="form-activity">
      <h2 id="form-activity">{t('form.activity')}</h2>
      <Part field="title">
        <Field label={t('filing.field.title')}>
          <input value={form.title} maxLength={100} onChange={({ target }) => edit({ title: target.value })} />
        </Field>
        <p className={styles.help}>{t('form.titleHelp')}</p>
      </Part>
      <Part field="summary">
        <Field label={t('filing.field.summary')}>
          <textarea rows={3} value={form.summary ?? ''} maxLength={2_000} onChange={({ target }) => edit({ summary: target.value })} />
        </Field>
      </Part>
      <Part field="cover">
        <PictureField
          legend={t('filing.field.cover') + t('form.optional')}
          help={t('form.cover.help')}
          kind="cover"
          picture={form.cover}
          words={{ add: t('form.cover.add'), swap: t('form.cover.swap'), sending: t('form.cover.sending'), lost: t('form.cover.lost') }}
          change={(cover) => edit({ cover })}
          remove={{ label: t('form.cover.remove'), act: () => edit({ cover: undefined }) }}
        />
      </Part>
      <Part field="mode">
        <Choices
          label={t('filing.field.mode')}
          choices={(['online', 'offline', 'hybrid'] as const).map((value) => ({ value, words: t(`filing.mode.${value}`) }))}
          chosen={form.mode ?? ''}
          choose={(mode) => edit({ mode: mode as ActivityForm['mode'] })}
        />
      </Part>
      <Part field="block">
        <Field label={t('filing.field.block')}>
          <select value={form.block ?? ''} onChange={({ target }) => edit({ block: (target.value || undefined) as ActivityForm['block'] })}>
            <option value="">{t('form.choose')}</option>
            {blocks.map((block) => (
              <option key={block} value={block}>
                {t(`filing.block.${block}`)}
              </option>
            ))}
          </select>
        </Field>
      </Part>
      {isOnline || form.forms.length > 0 ? (
        <Part field="forms">
          <Several
            legend={t('filing.field.forms')}
            options={onlineForms}
            words={formName}
            chosen={form.forms}
            choose={(forms) => edit({ forms })}
          />
        </Part>
      ) : null}
      <Part field="domains">
        <Several
          legend={t('filing.field.domains') + t('form.optional')}
          options={domains}
          words={(domain) => t(`filing.domain.${domain}`)}
          chosen={form.domains}
          choose={(chosen) => edit({ domains: chosen })}
        />
      </Part>
      <Part field="programmeTags">
        <Several
          legend={t('filing.field.programmeTags') + t('form.optional')}
          options={programmeTags}
          words={(tag) => t(`filing.tag.${tag}`)}
          chosen={form.programmeTags}
          choose={(chosen) => edit({ programmeTags: chosen })}
        />
      </Part>
    </section>
  );
}
