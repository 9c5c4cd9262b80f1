import { useId, type ReactNode } from 'react';
import styles from './option-rows.module.css';

type OptionRowsProps<Value> = {
  legend: string;
  options: readonly { value: Value; words: string; disabled?: boolean }[];
  chosen: Value | undefined;
  choose: (value: Value) => void;
  /** Why some of them cannot be chosen. */
  children?: ReactNode;
};

/** Several things of which one is chosen, a line each: for words too long to stand side by side. */
export function OptionRows<Value extends string>({ legend, options, chosen, choose, children }: OptionRowsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.options}>
      <legend>{legend}</legend>
      {options.map(({ value, words, disabled }) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} disabled={disabled} onChange={() => choose(value)} />
          {words}
        </label>
      ))}
      {children}
    </fieldset>
  );
}
