import styles from '../form.module.css';

type Props<Value> = {
  legend: string;
  options: readonly Value[];
  words: (value: Value) => string;
  chosen: readonly Value[];
  choose: (chosen: Value[]) => void;
};

/** Things of which any number is chosen, all in sight. */
export function Several<Value extends string>({ legend, options, words, chosen, choose }: Props<Value>) {
  const toggle = (value: Value) => choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.chips}>
      <legend>{legend}</legend>
      {options.map((value) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{words(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
