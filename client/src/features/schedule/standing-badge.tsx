import type { Session } from '@yunhui/contracts';
import { StateGlyph } from '../../ui/state-glyph.js';
import styles from './standing.module.css';
import { isOver, useGuideWords } from './use-guide-words.js';

/** How a session is coloured: filler is azurite whatever its state, and what was cancelled is struck through. */
export const lookOf = ({ cancelled, repeat, state }: Session): string => (cancelled ? 'cancelled' : repeat ? 'filler' : state);

/** Glyph and word of how a session stands, as a pill. */
export function StandingBadge({ session, now }: { session: Session; now: number }) {
  const { standing } = useGuideWords();
  return (
    <span className={styles.badge} data-look={lookOf(session)} data-over={isOver(session, now) || undefined}>
      <StateGlyph state={session.repeat ? 'replay' : session.state} />
      {standing(session, now)}
    </span>
  );
}
