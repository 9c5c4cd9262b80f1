import type { HashtagPage } from '@yunhui/contracts';
import { useId, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './voices.module.css';
import { voicesOf, type Voice } from './voice-depths.js';

type Choice = { chosen: string | undefined; choose: (region: string | undefined) => void };

/** A place as a button: pressed it filters the feed, pressed again it lets everybody in. */
function usePlace({ chosen, choose }: Choice) {
  const { t, pick } = useWords();
  return ({ key, name, nameEn, posts }: Voice) => ({
    type: 'button' as const,
    'aria-pressed': key === chosen,
    'aria-label': t('topics.voice', { region: pick(name, nameEn), count: posts }),
    onClick: () => choose(key === chosen ? undefined : key),
  });
}

/** Depth of colour is the number of posts. A schematic by bearing, as the matrix is. */
function VoiceMap({ voices, ...choice }: Choice & { voices: readonly Voice[] }) {
  const place = usePlace(choice);
  return (
    <ol className={styles.map}>
      {voices.map((voice) => (
        <li key={voice.key} style={{ gridColumn: voice.col + 1, gridRow: voice.row + 1 }}>
          <button {...place(voice)} data-depth={voice.depth}>
            <b aria-hidden="true">{voice.symbol}</b>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The same as a list, most posts first, with the numbers. */
function VoiceList({ voices, ...choice }: Choice & { voices: readonly Voice[] }) {
  const { pick } = useWords();
  const place = usePlace(choice);
  const speaking = voices.filter(({ posts, key }) => posts > 0 || key === choice.chosen).toSorted((a, b) => b.posts - a.posts);
  return (
    <ol className={styles.list}>
      {speaking.map((voice) => (
        <li key={voice.key}>
          <button {...place(voice)}>
            <span>{pick(voice.name, voice.nameEn)}</span>
            <span className="num">{voice.posts}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Where people speak, as a map and as a list. On a phone the tiles would be too small for a finger: it has the list. */
export function Voices({ spoken, narrow, ...choice }: Choice & { spoken: HashtagPage['spoken']; narrow: boolean }) {
  const { t } = useWords();
  const [listed, setListed] = useState(false);
  const id = useId();
  const voices = voicesOf(spoken);
  const asList = narrow || listed;
  return (
    <section className={styles.voices} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{t('topics.voices')}</h2>
        {narrow ? null : (
          <button type="button" aria-pressed={listed} onClick={() => setListed(!listed)}>
            {t('topics.voicesAsList')}
          </button>
        )}
      </div>
      <p className={styles.hint}>{t(spoken.length === 0 ? 'topics.voicesNone' : asList ? 'topics.voicesListHint' : 'topics.voicesHint')}</p>
      {asList ? <VoiceList voices={voices} {...choice} /> : <VoiceMap voices={voices} {...choice} />}
    </section>
  );
}
