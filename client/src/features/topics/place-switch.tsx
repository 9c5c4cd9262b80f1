import styles from './chat.module.css';

/** One of a few places: radio buttons that look like chips. */
export function PlaceSwitch<Place extends string>({
  legend,
  places,
  chosen,
  choose,
}: {
  legend: string;
  places: readonly { key: Place; label: string }[];
  chosen: Place;
  choose: (place: Place) => void;
}) {
  return (
    <fieldset className={styles.places}>
      <legend className="unseen">{legend}</legend>
      {places.map(({ key, label }) => (
        <label key={key} className={styles.place}>
          <input type="radio" className="unseen" name={legend} checked={key === chosen} onChange={() => choose(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
