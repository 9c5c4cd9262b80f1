import type { FoundRegion, RegionName } from '@yunhui/contracts';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Field } from '../../ui/form.js';
import { usePlaceName } from '../../ui/use-place-name.js';
import styles from './applications.module.css';
import { useRegions } from './use-applications.js';

type Props = { region: RegionName | undefined; choose: (region: RegionName) => void };

/** A region: looked for by what one writes, and chosen among what is found. The one that was chosen stays on offer. */
export function RegionField({ region, choose }: Props) {
  const { t } = useWords();
  const placeName = usePlaceName();
  const [words, setWords] = useState('');
  const { data } = useRegions(useDeferredValue(words.trim()));
  const found: readonly FoundRegion[] = data?.items ?? [];
  const offered = region && !found.some(({ key }) => key === region.key) ? [region, ...found] : found;
  const nameOf = ({ above, ...one }: FoundRegion): string =>
    above ? t('apply.regionIn', { region: placeName(one), above: placeName(above) }) : placeName(one);
  return (
    <>
      <Field label={t('apply.findRegion')}>
        <input type="search" value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <Field label={t('apply.region')}>
        <select
          required
          value={region?.key ?? ''}
          onChange={({ target }) => {
            const chosen = offered.find(({ key }) => key === target.value);
            if (chosen) choose(chosen);
          }}
        >
          <option value="" disabled>
            {t('apply.chooseRegion')}
          </option>
          {offered.map((one) => (
            <option key={one.key} value={one.key}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </Field>
      {data?.items.length === 0 ? <p className={styles.quiet}>{t('apply.noRegion')}</p> : null}
      {data?.isMore ? <p className={styles.quiet}>{t('apply.moreRegions')}</p> : null}
    </>
  );
}
