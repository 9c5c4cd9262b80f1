import X from 'lucide-react/icons/x';
import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { icon } from './icon.js';
import styles from './sheet.module.css';

/**
 * A sheet over the page: from below on a phone, in the middle elsewhere. The browser's own dialog keeps the focus in
 * it, gives it back, and closes with Escape; a tap beside it closes it too. It is open as long as it is drawn.
 */
export function Sheet({ title, close, children, wide = false }: { title: string; close: () => void; children: ReactNode; wide?: boolean }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before it is drawn, and before it is gone: only a dialog that is still in the page gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const pressed = (event: MouseEvent) => {
    if (event.target === dialog.current) close();
  };
  return (
    // A tap beside the sheet closes it; by keyboard Escape does, which the browser turns into `cancel`.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      onCancel={close}
      onClick={pressed}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={t('sheet.close')} onClick={close}>
            <X {...icon()} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
