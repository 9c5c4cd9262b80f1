import type { ShanghaiDay } from '@yunhui/domain';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button, buttonClass } from '../../ui/button.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import type { AxisGap } from '../../ui/day-axis/day-axis.rules.js';
import { useGapWords } from '../../ui/day-axis/day-axis.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './gap-sheet.module.css';

type GapSheetProps = {
  gaps: readonly AxisGap[];
  day: ShanghaiDay;
  region: string | undefined;
  /** Where the replays of this page are, if it has some. */
  toReplays: (() => void) | undefined;
  close: () => void;
};

/** What to do with a stretch that has nothing to watch: what is on around it, replays, and other places. */
export function GapSheet({ gaps, day, region, toReplays, close }: GapSheetProps) {
  const { t, clock } = useWords();
  const { named } = useGapWords();
  return (
    <Sheet title={named(gaps)} close={close}>
      <p>{t('lobby.gap.empty')}</p>
      <div className={styles.ways}>
        <CampaignLink
          to="/schedule"
          search={{ day, at: clock(gaps[0]?.from ?? 0), ...(region ? { region } : {}) }}
          className={buttonClass('primary')}
        >
          {t('lobby.gap.schedule')}
        </CampaignLink>
        {toReplays ? (
          <Button
            onClick={() => {
              close();
              toReplays();
            }}
          >
            {t('lobby.gap.replays')}
          </Button>
        ) : null}
        {region ? (
          <CampaignLink to="/" className={buttonClass()} onClick={close}>
            {t('lobby.gap.elsewhere')}
          </CampaignLink>
        ) : null}
      </div>
    </Sheet>
  );
}
