import type { AppealTarget } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { openSheet } from './open-sheet.js';

/** Opens the appeal against one decision. */
export function AppealButton({ of, className }: { of: AppealTarget; className?: string | undefined }) {
  const { t } = useWords();
  return (
    <button type="button" className={className} onClick={() => openSheet({ kind: 'appeal', of })}>
      {t('chat.appeal')}
    </button>
  );
}
