import type { MatrixState } from '@yunhui/contracts';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StateKey } from '../../ui/state-key.js';

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
  const { t } = useTranslation();
  return (
    <StateKey states={states} label={t('matrix.key')}>
      {byBearing ? <li>{t('lobby.mapKind')}</li> : null}
    </StateKey>
  );
}
