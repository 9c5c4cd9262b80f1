import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'onPlate' | 'onPlatePrimary';

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook = 'plain'): string => `${styles.button} ${styles[look]}`;

/** A button is a verb. `busy` keeps its size and says that the answer is awaited. */
export function Button({
  look = 'plain',
  busy = false,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; busy?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(look)} ${rest.className ?? ''}`}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
    >
      {children}
    </button>
  );
}
