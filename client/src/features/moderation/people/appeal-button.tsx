import type { AppealTarget } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useAppealed } from './appealed.js';
import { openSheet } from './open-sheet.js';

/** Opens the appeal against one decision; says so once there is one. */
export function AppealButton({ of, className }: { of: AppealTarget; className?: string | undefined }) {
  const { t } = useWords();
  if (useAppealed(of.id)) return <span>{t('chat.appealed')}</span>;
  return (
    <button type="button" className={className} onClick={() => openSheet({ kind: 'appeal', of })}>
      {t('chat.appeal')}
    </button>
  );
}
