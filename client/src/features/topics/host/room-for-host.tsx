import { useWords } from '../../../platform/i18n/use-words.js';
import { useTopic } from '../../../platform/realtime.js';
import { ModeNote } from '../composer/mode-note.js';
import { modeIn } from '../composer/mode.rules.js';
import { AnnounceForm } from './announce-form.js';
import { announcedIn } from './announced.rules.js';
import styles from './room-for-host.module.css';

/** A conversation as its host needs it at hand: how it takes messages now, saying something to all, and what was said so. */
export function RoomForHost({ topic }: { topic: string }) {
  const { t, clock } = useWords();
  const view = useTopic(topic);
  const announced = announcedIn(view?.entries ?? []);
  return (
    <section className={styles.room} aria-labelledby="announce">
      <h2 id="announce">{t('live.announce')}</h2>
      <ModeNote mode={modeIn(view)} />
      <AnnounceForm key={topic} topic={topic} />
      {announced.length > 0 ? (
        <ol className={styles.announced} aria-label={t('live.announced')}>
          {announced.map(({ seq, at, text }) => (
            <li key={seq}>
              <time dateTime={new Date(at).toISOString()}>{clock(at)}</time> {text}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
