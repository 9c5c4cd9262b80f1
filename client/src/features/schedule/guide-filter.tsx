import { useWords } from '../../platform/i18n/use-words.js';
import { provinces } from '../../ui/element/elements.js';
import styles from './guide-filter.module.css';
import type { GuideAddress } from './use-guide-address.js';

type Option = { value: string; label: string };

function Select({
  label,
  all,
  options,
  value,
  choose,
}: {
  label: string;
  all: string;
  options: readonly Option[];
  value: string;
  choose: (value: string | undefined) => void;
}) {
  return (
    <label className={styles.select} data-chosen={value !== '' || undefined}>
      <span className="unseen">{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** By region and by form. What the address asks for and the list does not know is a choice too. */
export function GuideFilter({ address, forms }: { address: GuideAddress; forms: readonly string[] }) {
  const { t, pick, form } = useWords();
  const regions = provinces.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }));
  const { region } = address;
  const asked = region && !regions.some(({ value }) => value === region) ? [{ value: region, label: region }] : [];
  const known = [...new Set([...forms, ...(address.form ? [address.form] : [])])];
  return (
    <>
      <Select
        label={t('schedule.region')}
        all={t('schedule.allRegions')}
        options={[...asked, ...regions]}
        value={region ?? ''}
        choose={(chosen) => address.go({ region: chosen })}
      />
      <Select
        label={t('schedule.form')}
        all={t('schedule.allForms')}
        options={known.map((value) => ({ value, label: form(value) }))}
        value={address.form ?? ''}
        choose={(chosen) => address.go({ form: chosen })}
      />
    </>
  );
}
