import { useDeferredValue, useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Combobox } from '../../../../ui/combobox.js';
import { useUnitNames } from '../../use-filings.js';

/** A unit's name, with the registry's full names under it while somebody writes. Another name may stay: then the findings say so. */
export function UnitNameField({ label, name, put }: { label: string; name: string; put: (name: string) => void }) {
  const { t } = useWords();
  const [asked, setAsked] = useState('');
  const { data } = useUnitNames(useDeferredValue(asked));
  const found = asked === '' ? [] : (data?.items ?? []);
  const isThere = found.length === 1 && found[0]?.name === name;
  const options = isThere
    ? []
    : found.map((unit) => ({
        key: unit.key,
        words: unit.name,
        ...(unit.alias !== undefined && { beside: t('form.unit.alias', { alias: unit.alias }) }),
      }));
  return (
    <Combobox
      label={label}
      value={name}
      maxLength={100}
      options={options}
      said={t('form.unit.found', { count: options.length })}
      write={(written) => {
        put(written);
        setAsked(written.trim());
      }}
      choose={({ words }) => put(words)}
      close={() => setAsked('')}
    />
  );
}
