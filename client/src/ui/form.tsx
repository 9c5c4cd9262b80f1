import type { FormEvent, ReactNode } from 'react';
import styles from './form.module.css';

/** Fields one under the other, and what sends them. */
export function Form({ send, children }: { send: () => void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
    </form>
  );
}

/** A control with what it is for above it. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={styles.field}>
      {label}
      {children}
    </label>
  );
}

/** Why nothing came of it, said aloud at once; no room is taken while all is well. */
export function Problem({ children }: { children: string }) {
  return (
    <p className={styles.problem} role="alert">
      {children}
    </p>
  );
}
