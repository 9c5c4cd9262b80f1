import type { FoundRegion, RegionName } from '@yunhui/contracts';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../platform/i18n/use-words.js';
import { useRegions } from '../platform/regions.js';
import { Field } from './form.js';
import styles from './region-field.module.css';
import { usePlaceName } from './use-place-name.js';

type Props = { label: string; region: RegionName | undefined; choose: (region: RegionName) => void };

/** A region: looked for by what one writes, and chosen among what is found. The one that was chosen stays on offer. Its words are the area `regions`. */
export function RegionField({ label, region, choose }: Props) {
  const { t } = useWords();
  const placeName = usePlaceName();
  const [words, setWords] = useState('');
  const { data } = useRegions(useDeferredValue(words.trim()));
  const found: readonly FoundRegion[] = data?.items ?? [];
  const offered = region && !found.some(({ key }) => key === region.key) ? [region, ...found] : found;
  const nameOf = ({ above, ...one }: FoundRegion): string =>
    above ? t('region.in', { region: placeName(one), above: placeName(above) }) : placeName(one);
  const chosen = (key: string) => {
    const one = offered.find((each) => each.key === key);
    if (one) choose(one);
  };
  return (
    <>
      <Field label={t('region.find')}>
        <input type="search" value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <Field label={label}>
        <select required value={region?.key ?? ''} onChange={({ target }) => chosen(target.value)}>
          <option value="" disabled>
            {t('region.choose')}
          </option>
          {offered.map((one) => (
            <option key={one.key} value={one.key}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </Field>
      {data?.items.length === 0 ? <p className={styles.quiet}>{t('region.none')}</p> : null}
      {data?.isMore ? <p className={styles.quiet}>{t('region.more')}</p> : null}
    </>
  );
}
