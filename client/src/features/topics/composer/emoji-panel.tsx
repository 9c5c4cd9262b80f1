import Smile from 'lucide-react/icons/smile';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { icon } from '../../../ui/icon.js';
import styles from './composer.module.css';

/** What people at a science event say without words. Plain characters: the text stays text. */
const emoji = ['👍', '👏', '❤️', '😄', '😮', '🤔', '🎉', '🔬', '🔭', '🚀', '🌱', '🌸'];

/** A dozen emoji beside the field. Escape or a tap elsewhere closes it. */
export function EmojiPanel({ insert }: { insert: (emoji: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      place.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', pressed);
    };
  }, [open]);

  return (
    <div ref={place}>
      <button type="button" className={styles.smile} aria-label={t('composer.emoji')} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Smile {...icon()} />
      </button>
      {open ? (
        <fieldset className={styles.emoji} aria-label={t('composer.emoji')}>
          {emoji.map((each) => (
            <button key={each} type="button" onClick={() => insert(each)}>
              {each}
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
