import type { Session } from '@yunhui/contracts';
import { StateGlyph } from '../../ui/state-glyph.js';
import { runsOver } from './list.rules.js';
import styles from './standing.module.css';
import { useGuideWords } from './use-guide-words.js';

/** How a session is coloured: filler is azurite whatever its state. */
export const lookOf = (session: Session): string => (session.repeat ? 'filler' : session.state);

/** Glyph and word of how a session stands, as a pill. */
export function StandingBadge({ session, now }: { session: Session; now: number }) {
  const { standing } = useGuideWords();
  return (
    <span className={styles.badge} data-look={lookOf(session)} data-over={runsOver(session, now) || undefined}>
      <StateGlyph state={session.repeat ? 'replay' : session.state} />
      {standing(session, now)}
    </span>
  );
}
