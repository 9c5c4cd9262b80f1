import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { icon } from '../../../../ui/icon.js';
import { Part, placeOf, Said } from '../beside.js';
import { useForm } from '../form.context.js';
import styles from '../form.module.css';
import { UnitNameField } from './unit-name-field.js';

type Parties = 'hosts' | 'undertakers' | 'coOrganizers';

/** Units by their exact full names, each with what the registry says of it and the press that mends it. */
export function UnitNames({ field }: { field: Parties }) {
  const { t } = useWords();
  const { form, edit, findings } = useForm();
  const units = form[field];
  const put = (next: typeof units) => edit({ [field]: next });
  const label = t(`filing.field.${field}`);
  return (
    <Part field={field}>
      <fieldset className={styles.group}>
        <legend>
          {label}
          {field === 'hosts' ? '' : t('form.optional')}
        </legend>
        {units.map(({ name }, at) => (
          // Names have no ids of their own, and only their place tells two alike apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} id={placeOf(field, at)} className={styles.one}>
            <div className={styles.row}>
              <UnitNameField
                label={t('form.unit.name', { field: label, rank: at + 1 })}
                name={name}
                put={(next) => put(units.with(at, { name: next }))}
              />
              <button
                type="button"
                className={styles.small}
                aria-label={`${t('form.unit.remove')}：${t('form.unit.name', { field: label, rank: at + 1 })}`}
                onClick={() => put(units.toSpliced(at, 1))}
              >
                <X {...icon(18)} />
              </button>
            </div>
            <Said
              items={findings.filter((finding) => finding.field === field && finding.at === at)}
              mend={({ instead }) =>
                instead ? <Button onClick={() => put(units.with(at, { name: instead }))}>{t('form.unit.take')}</Button> : null
              }
            />
          </div>
        ))}
        {units.length < 30 ? (
          <Button look="quiet" className={styles.add} onClick={() => put([...units, { name: '' }])}>
            <Plus {...icon(18)} />
            {t('form.unit.add', { field: label })}
          </Button>
        ) : null}
      </fieldset>
    </Part>
  );
}
