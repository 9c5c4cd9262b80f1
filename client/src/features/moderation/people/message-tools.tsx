import Flag from 'lucide-react/icons/flag';
import Shield from 'lucide-react/icons/shield';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useOwnStanding } from '../../../platform/standing.js';
import { icon } from '../../../ui/icon.js';
import { openSheet } from './open-sheet.js';
import type { ToldMessage } from './told-message.js';
import { useViewerHere } from './viewer-here.context.js';

/** What one can do about somebody else's message: report it, or, who moderates here, treat it and its author. */
export function MessageTools({ message }: { message: ToldMessage }) {
  const { t } = useWords();
  const { viewer } = useViewerHere();
  const moderates = useOwnStanding(message.topic, viewer)?.moderates ?? false;
  if (moderates)
    return (
      <button type="button" onClick={() => openSheet({ kind: 'treat', message })}>
        <Shield {...icon(16)} />
        {t('chat.treat')}
      </button>
    );
  return (
    <button
      type="button"
      aria-label={t('chat.reportOf', { name: message.author.name })}
      onClick={() => openSheet({ kind: 'report', message })}
    >
      <Flag {...icon(16)} />
      {t('chat.report')}
    </button>
  );
}
