import Gauge from 'lucide-react/icons/gauge';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { choosePlayer, usePlayerChoices } from '../../platform/player-choices.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';

/** 省流: never more than the lowest quality and no stills, here and at the next visit. */
export function LowDataButton() {
  const { t } = useTranslation();
  const { lowData } = usePlayerChoices();
  return (
    <Button
      look={lowData ? 'quiet' : 'plain'}
      aria-pressed={lowData}
      title={t('player.lowData.why')}
      onClick={() => choosePlayer({ lowData: !lowData })}
    >
      <Gauge {...icon(18)} />
      {t('player.lowData')}
    </Button>
  );
}
