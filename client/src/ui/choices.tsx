import { useId } from 'react';
import styles from './choices.module.css';

type ChoicesProps<Value> = {
  label: string;
  choices: readonly { value: Value; words: string }[];
  chosen: Value;
  choose: (value: Value) => void;
};

/** A few things of which one is chosen, all in sight. */
export function Choices<Value extends string | number | boolean>({ label, choices, chosen, choose }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {choices.map(({ value, words }) => (
        <label key={String(value)}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
