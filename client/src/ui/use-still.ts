import type { Still } from '@yunhui/contracts';
import { isFreshStill } from '@yunhui/domain';
import { useHubNow } from '../platform/clock.js';
import { usePlayerChoices } from '../platform/player-choices.js';
import { isSavingData } from '../platform/saving-data.js';

/** Where the still is that may stand for a plate now; none when it is too old, or when the device or its viewer (省流) saves data. */
export function useStill(still: Still | undefined): string | undefined {
  const now = useHubNow(15_000);
  const { lowData } = usePlayerChoices();
  return still && isFreshStill(still, now) && !lowData && !isSavingData(navigator) ? `/api/v1/stills/${still.id}` : undefined;
}
