import { useEffect, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useShortcutsOn } from '../../../platform/shortcuts.js';
import { Button } from '../../../ui/button.js';
import { Sheet } from '../../../ui/sheet.js';
import { chooseKey, useKeymap, usualKeysAgain } from './keymap.js';
import { type DeskAction, type DeskActionGroup, deskActions, keyName, usualKeys } from './keymap.rules.js';
import styles from './keys.module.css';

/** Waits for one key: Escape and Tab leave it as it is. */
function useNextKey(waiting: boolean, take: (key: string | undefined) => void): void {
  useEffect(() => {
    if (!waiting) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      if (event.key !== 'Tab') event.preventDefault();
      take([...event.key].length === 1 && event.key !== ' ' ? event.key : undefined);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [waiting, take]);
}

function KeyRow({ action, changes }: { action: DeskAction; changes: boolean }) {
  const { t } = useWords();
  const keymap = useKeymap();
  const [waiting, setWaiting] = useState(false);
  const [take] = useState(() => (key: string | undefined) => {
    if (key !== undefined) chooseKey(action, key);
    setWaiting(false);
  });
  useNextKey(waiting, take);
  const cap = <kbd className={styles.cap}>{waiting ? '…' : keyName(keymap[action])}</kbd>;
  const words = t(`desk.key.${action}`);
  if (!changes)
    return (
      <p className={styles.key}>
        {cap} {words}
      </p>
    );
  return (
    <button type="button" className={styles.key} aria-pressed={waiting} onClick={() => setWaiting(true)} onBlur={() => setWaiting(false)}>
      {cap} {waiting ? t('desk.keys.press', { action: words }) : words}
    </button>
  );
}

/** Every key with what it does; they can be exchanged for others, and single keys turned off. */
export function KeysSheet({ close }: { close: () => void }) {
  const { t } = useWords();
  const keymap = useKeymap();
  const { on, set } = useShortcutsOn();
  const [changes, setChanges] = useState(false);
  const isUsual = Object.entries(usualKeys).every(([action, key]) => keymap[action as DeskAction] === key);
  return (
    <Sheet title={t('desk.keys')} close={close} wide>
      <div className={styles.groups}>
        {(Object.keys(deskActions) as DeskActionGroup[]).map((group) => (
          <section key={group}>
            <h3>{t(`desk.keys.${group}`)}</h3>
            {deskActions[group].map((action) => (
              <KeyRow key={action} action={action} changes={changes} />
            ))}
          </section>
        ))}
      </div>
      <label className={styles.switch}>
        <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />
        {t('desk.keys.single')}
      </label>
      <p className={styles.hint}>{t('desk.keys.off', { keys: 'Ctrl+Alt' })}</p>
      <div className={styles.buttons}>
        <Button onClick={() => setChanges(!changes)}>{t(changes ? 'desk.keys.changed' : 'desk.keys.change')}</Button>
        {isUsual ? null : <Button onClick={usualKeysAgain}>{t('desk.keys.usual')}</Button>}
      </div>
    </Sheet>
  );
}
