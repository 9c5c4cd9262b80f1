import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import styles from './combobox.module.css';

type ComboboxOption = { key: string; words: string; beside?: string };
type ComboboxProps = {
  label: string;
  value: string;
  maxLength: number;
  /** What one may mean; none is no list. */
  options: readonly ComboboxOption[];
  /** What the list is and how many there are, for who hears the page. */
  said: string;
  write: (value: string) => void;
  choose: (option: ComboboxOption) => void;
  /** Somebody is done here, or wants no list. */
  close: () => void;
};

/** The list holds the focus no moment: what is pressed there, its scroll bar too, must not leave the field first. */
const stay = (event: MouseEvent): void => event.preventDefault();

/** A field with what one may mean under it: arrows go through the list, Enter takes, Escape closes it. What is written stays possible. */
export function Combobox({ label, value, maxLength, options, said, write, choose, close }: ComboboxProps) {
  const id = useId();
  const [active, setActive] = useState(-1);
  const isOpen = options.length > 0;
  const current = options[active];
  const idOf = ({ key }: ComboboxOption): string => `${id}-${key}`;
  const currentId = current && idOf(current);

  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const end = () => {
    setActive(-1);
    close();
  };
  const take = (option: ComboboxOption) => {
    choose(option);
    end();
  };
  const pressed = (event: KeyboardEvent) => {
    // While an input method is composing its keys are its own.
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive(placeAfter(current ? active : -1, step, options.length));
    else if (event.key === 'Enter' && current) take(current);
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.combobox}>
      <input
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={currentId}
        autoComplete="off"
        value={value}
        maxLength={maxLength}
        onChange={({ target }) => {
          setActive(-1);
          write(target.value);
        }}
        onKeyDown={pressed}
        onBlur={end}
      />
      <output className="unseen">{isOpen ? said : ''}</output>
      {isOpen ? (
        <div
          className={styles.options}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist knows no pinyin
          role="listbox"
          id={id}
          aria-label={said}
          tabIndex={-1}
          onMouseDown={stay}
        >
          {options.map((option) => (
            <button
              key={option.key}
              type="button"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option is of a select, in which nobody writes
              role="option"
              id={idOf(option)}
              tabIndex={-1}
              aria-selected={option === current}
              onClick={() => take(option)}
            >
              {option.words}
              {option.beside ? <small>{option.beside}</small> : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The next place up or down; behind the last, and before the first, is the field itself (-1). */
function placeAfter(place: number, step: number, count: number): number {
  return ((place + 1 + step + count + 1) % (count + 1)) - 1;
}
