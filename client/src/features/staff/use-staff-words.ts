import type { HeldRole } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { usePlaceName } from '../../ui/use-place-name.js';

/** The words of roles and their places. */
export function useStaffWords() {
  const words = useWords();
  const placeName = usePlaceName();
  const { t } = words;
  return {
    ...words,
    placeName,
    /** A role and where it holds: 审核方 · 广西. */
    held: ({ role, place }: HeldRole): string => t('staff.held', { role: t(`account.role.${role}`), place: placeName(place) }),
  };
}
