import { useId, useState, type FormEvent } from 'react';
import type { BecomeGuest, Refusal, User } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { remember, remembered } from '../../platform/memory.js';
import { Button } from '../../ui/button.js';
import { provinces } from '../../ui/element/elements.js';
import styles from './composer/composer.module.css';
import naming from './name-form.module.css';

/** Where one speaks from: one of the 35 units, or nothing. */
function RegionField({ region, choose }: { region: string; choose: (region: string) => void }) {
  const { t, pick } = useWords();
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {t('composer.region')}
      </label>
      <select id={id} className={naming.region} value={region} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('composer.regionNone')}</option>
        {provinces.map(({ key, name, nameEn }) => (
          <option key={key} value={key}>
            {pick(name, nameEn)}
          </option>
        ))}
      </select>
    </>
  );
}

type Props = {
  take: (guest: BecomeGuest) => void;
  busy: boolean;
  refused: Refusal | undefined;
  /** Who one is already, when one only wants another name or place. */
  guest?: User | undefined;
  cancel?: (() => void) | undefined;
};

/** Before the first word one says who one is, and where, if one likes: remembered on this device. */
export function NameForm({ take, busy, refused, guest, cancel }: Props) {
  const { t, refusal } = useWords();
  const [name, setName] = useState(() => guest?.name ?? remembered('guestName') ?? '');
  const [region, setRegion] = useState(() => (guest ? guest.region : remembered('guestRegion')) ?? '');
  const id = useId();
  /** A page that is loaded again, for a part that did not come or for a new build, keeps what was typed. */
  const type = (typed: string) => {
    setName(typed);
    if (!guest) remember('guestName', typed.trim() || undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const displayName = name.trim();
    if (displayName === '' || busy) return;
    remember('guestName', displayName);
    remember('guestRegion', region === '' ? undefined : region);
    take({ displayName, ...(region !== '' && { region }) });
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      <p className={styles.hint}>
        <label htmlFor={id}>{t('composer.nameHint')}</label>
      </p>
      <div className={`${styles.line} ${naming.line}`}>
        <input
          id={id}
          className={styles.field}
          value={name}
          maxLength={60}
          name="nickname"
          placeholder={t('composer.nameLabel')}
          aria-label={t('composer.nameLabel')}
          aria-invalid={refused !== undefined}
          aria-describedby={`${id}-refused`}
          onChange={(event) => type(event.target.value)}
        />
        <RegionField region={region} choose={setRegion} />
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ''}>
          {t('composer.nameSave')}
        </Button>
        {cancel ? <Button onClick={cancel}>{t('composer.nameKeep')}</Button> : null}
      </div>
      <p className={styles.note}>{t('composer.regionHint')}</p>
      <p id={`${id}-refused`} className={styles.bad} role="alert">
        {refused ? refusal(refused) : ''}
      </p>
    </form>
  );
}
