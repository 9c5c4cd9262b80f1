import type { MatrixState } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { StateGlyph } from '../../ui/state-glyph.js';
import styles from './matrix-key.module.css';

const states = [
  'live',
  'due',
  'interrupted',
  'scheduled',
  'replay',
  'ended',
  'speciality',
  'empty',
  'blocked',
] as const satisfies readonly MatrixState[];

/** The key to the nine states; under the map by bearing also what the map is not. */
export function MatrixKey({ byBearing }: { byBearing: boolean }) {
  const { t } = useWords();
  return (
    <ul className={styles.key} aria-label={t('matrix.key')}>
      {states.map((state) => (
        <li key={state} data-state={state}>
          <StateGlyph state={state} size={16} />
          {t(`state.${state}`)}
        </li>
      ))}
      {byBearing ? <li>{t('lobby.mapKind')}</li> : null}
    </ul>
  );
}
