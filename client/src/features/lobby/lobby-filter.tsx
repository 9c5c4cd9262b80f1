import type { LobbyChannel } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { provinces } from '../../ui/element/elements.js';
import { formChoices, regionCounts, type Wanted } from './tile-filter.js';
import styles from './lobby-filter.module.css';

/** Forms as chips, regions as a list; each says how many channels it would show. */
export function LobbyFilter({ tiles, wanted, want }: { tiles: readonly LobbyChannel[]; wanted: Wanted; want: (change: Wanted) => void }) {
  const { t, form, pick } = useWords();
  const counts = regionCounts(tiles, wanted);
  const chip = (key: string | undefined, label: string) => (
    <button key={key ?? 'all'} type="button" className={styles.chip} aria-pressed={wanted.form === key} onClick={() => want({ form: key })}>
      <span>{label}</span>
    </button>
  );
  const shown = provinces.filter(({ key }) => counts.has(key) || key === wanted.region);
  return (
    <div className={styles.filter}>
      <select
        className={styles.region}
        aria-label={t('lobby.filter.region')}
        value={wanted.region ?? ''}
        onChange={({ target }) => want({ region: target.value === '' ? undefined : target.value })}
      >
        <option value="">{t('lobby.filter.everywhere')}</option>
        {shown.map(({ key, name, nameEn }) => (
          <option key={key} value={key}>
            {pick(name, nameEn)} {counts.get(key) ?? 0}
          </option>
        ))}
        {wanted.region && !shown.some(({ key }) => key === wanted.region) ? <option value={wanted.region}>{wanted.region}</option> : null}
      </select>
      <fieldset className={styles.forms} aria-label={t('lobby.filter.form')}>
        {chip(undefined, t('lobby.filter.allForms'))}
        {formChoices(tiles, wanted).map(({ key, count }) => chip(key, `${form(key)} ${count}`))}
      </fieldset>
    </div>
  );
}
