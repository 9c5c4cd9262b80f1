import { useState, type FormEvent } from 'react';
import type { Refusal } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { remember, remembered } from '../../platform/memory.js';
import { Button } from '../../ui/button.js';
import styles from './composer/composer.module.css';

/** Before the first word one says who one is: one field, remembered on this device. */
export function NameForm({ take, busy, refused }: { take: (name: string) => void; busy: boolean; refused: Refusal | undefined }) {
  const { t, refusal } = useWords();
  const [name, setName] = useState(() => remembered('guestName') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = name.trim();
    if (chosen === '' || busy) return;
    remember('guestName', chosen);
    take(chosen);
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      <label className={styles.hint} htmlFor="guest-name">
        {t('composer.nameHint')}
      </label>
      <div className={styles.line}>
        <input
          id="guest-name"
          className={styles.field}
          value={name}
          maxLength={60}
          name="nickname"
          placeholder={t('composer.nameLabel')}
          aria-label={t('composer.nameLabel')}
          aria-invalid={refused !== undefined}
          aria-describedby="guest-name-refused"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ''}>
          {t('composer.nameSave')}
        </Button>
      </div>
      <p id="guest-name-refused" className={styles.bad} role="alert">
        {refused ? refusal(refused) : ''}
      </p>
    </form>
  );
}
