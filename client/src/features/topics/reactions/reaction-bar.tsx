import type { ReactionName } from '@yunhui/contracts';
import { useMemo } from 'react';
import { useQuiet } from '../../../platform/quiet.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { glyphs, names } from './glyphs.js';
import styles from './reactions.module.css';
import { useReactions } from './use-reactions.js';

function Glyph({ name }: { name: ReactionName }) {
  return (
    <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={glyphs[name]} />
    </svg>
  );
}

/** Reacting without words, and how many did. In silence there is none. */
export function ReactionBar({ topic }: { topic: string }) {
  const { t, language } = useWords();
  const { countOf, tap } = useReactions(topic);
  const quiet = useQuiet();
  // It is drawn several times a second in a busy room, and a format costs more than all of its buttons.
  const compact = useMemo(() => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }), [language]);
  if (quiet) return null;
  return (
    <fieldset className={styles.bar} aria-label={t('reaction.bar')}>
      {names.map((name) => {
        const count = countOf(name);
        const label: string = t(`reaction.${name}`);
        return (
          <button
            key={name}
            type="button"
            title={label}
            aria-label={t('reaction.named', { name: label, times: compact.format(count) })}
            onClick={() => tap(name)}
          >
            <Glyph name={name} />
            {count > 0 ? <span className="num">{compact.format(count)}</span> : null}
          </button>
        );
      })}
    </fieldset>
  );
}
