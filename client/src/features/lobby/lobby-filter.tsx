import type { LobbyChannel } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { provinces } from '../../ui/element/elements.js';
import { formChoices, isWanted, regionCounts, type Wanted } from './tile-filter.js';
import type { ChangeFilter } from './use-filter.js';
import styles from './lobby-filter.module.css';

type LobbyFilterProps = { tiles: readonly LobbyChannel[]; wanted: Wanted; followed: readonly string[]; want: ChangeFilter };

/** What is followed and forms as chips, regions as a list; each says how many channels it would show. */
export function LobbyFilter({ tiles, wanted, followed, want }: LobbyFilterProps) {
  const { t, form, pick } = useWords();
  const counts = regionCounts(tiles, wanted);
  const chip = (key: string, label: string, pressed: boolean, change: Parameters<ChangeFilter>[0]) => (
    <button key={key} type="button" className={styles.chip} aria-pressed={pressed} onClick={() => want(change)}>
      <span>{label}</span>
    </button>
  );
  const onlyFollowed = wanted.followed !== undefined;
  const ofFollowed = tiles.filter((tile) => isWanted(tile, { ...wanted, followed })).length;
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
      {onlyFollowed || followed.length > 0
        ? chip('followed', `${t('lobby.filter.followed')} ${ofFollowed}`, onlyFollowed, { followed: onlyFollowed ? undefined : '1' })
        : null}
      <fieldset className={styles.forms} aria-label={t('lobby.filter.form')}>
        {chip('all', t('lobby.filter.allForms'), wanted.form === undefined, { form: undefined })}
        {formChoices(tiles, wanted).map(({ key, count }) => chip(key, `${form(key)} ${count}`, wanted.form === key, { form: key }))}
      </fieldset>
    </div>
  );
}
