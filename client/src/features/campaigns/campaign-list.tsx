import { type DeskCampaign, ownWindow } from '@yunhui/contracts';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import { Sheet } from '../../ui/sheet.js';
import { usePlaceName } from '../../ui/use-place-name.js';
import { Unreachable } from '../../ui/unreachable.js';
import { CampaignForm } from './campaign-form.js';
import styles from './campaigns.module.css';
import { useCampaignDesk } from './use-campaign-desk.js';

/** The campaigns there are, outer ones first; a hub that has none begins here. `next`: what is done after that. */
export function CampaignList({ next }: { next: ReactNode }) {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useCampaignDesk();
  const [open, setOpen] = useState<DeskCampaign | 'new'>();
  if (isPending) return <output className={styles.quiet}>{t('campaigns.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const { items, mayOpenOutermost } = data;
  const mayOpen = mayOpenOutermost || items.length > 0;
  const close = () => setOpen(undefined);
  const begin = (
    <Button look="primary" onClick={() => setOpen('new')}>
      <CalendarPlus {...icon(18)} />
      {t('campaigns.open')}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState icon={<CalendarPlus {...icon(32)} />} title={t('campaigns.none.title')} action={mayOpen ? begin : undefined}>
          {t(mayOpen ? 'campaigns.none.body' : 'campaigns.none.wait')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.acts}>
            {mayOpen ? begin : null}
            {next}
          </div>
          <ul className={styles.list}>
            {items.map((campaign) => (
              <CampaignRow key={campaign.slug} campaign={campaign} all={items} change={() => setOpen(campaign)} />
            ))}
          </ul>
        </>
      )}
      {open ? (
        <Sheet title={t(open === 'new' ? 'campaigns.open' : 'campaigns.change')} close={close}>
          <CampaignForm {...(open !== 'new' && { campaign: open })} all={items} mayOpenOutermost={mayOpenOutermost} close={close} />
        </Sheet>
      ) : null}
    </>
  );
}

type RowProps = { campaign: DeskCampaign; all: readonly DeskCampaign[]; change: () => void };

function CampaignRow({ campaign: { slug, parent, name, nameEn, place, windows, mayChange }, all, change }: RowProps) {
  const { t, pick } = useWords();
  const placeName = usePlaceName();
  const outer = all.find((one) => one.slug === parent);
  const shown = windows.find(({ key }) => key === ownWindow) ?? windows[0];
  return (
    <li className={styles.row}>
      <h2>{pick(name, nameEn)}</h2>
      <p className={styles.quiet}>
        {[placeName(place), outer && t('campaigns.inside', { outer: pick(outer.name, outer.nameEn) }), shown && `${shown.from}–${shown.to}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {/* The page it leads to is made by the hub, which knows of the first campaign before this one does. */}
      <a href={parent === undefined && all[0]?.slug === slug ? '/' : `/c/${slug}`}>{t('campaigns.look')}</a>
      {mayChange ? (
        <Button aria-label={t('campaigns.changeWhat', { name: pick(name, nameEn) })} onClick={change}>
          {t('campaigns.change')}
        </Button>
      ) : null}
    </li>
  );
}
