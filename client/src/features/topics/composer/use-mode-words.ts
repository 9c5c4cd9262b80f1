import type { RoomMode } from '@yunhui/contracts';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { modeSaid } from './mode.rules.js';

/** A mode in the reader's words, one for each thing that holds. */
export function useModeWords(): (mode: RoomMode) => readonly string[] {
  const { t } = useTranslation();
  return (mode) => modeSaid(mode).map((said) => ('seconds' in said ? t(said.key, { seconds: said.seconds }) : t(said.key)));
}
