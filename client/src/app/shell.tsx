import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { UnfoundedPage } from '../pages/unfounded-page.js';
import { homeCampaign } from '../platform/home-campaign.js';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { useShortcut } from '../platform/shortcuts.js';
import { inCampaign, useCampaignSlug } from '../ui/campaign-link.js';
import { ToastHost } from '../ui/toast.js';
import { OutcomeWatch } from './outcome-watch.js';
import { PlayerHost } from './player-host.js';
import { QuietWatch } from './quiet-watch.js';
import { ReminderWatch } from './reminder-watch.js';
import { TabBar } from './tab-bar.js';
import { TopBar } from './top-bar.js';
import { useAfterPaint } from './use-after-paint.js';
import { VersionNotice } from './version-notice.js';
import styles from './shell.module.css';

/** What every page stands in: a way past the bar, the bars, the one `main`, and what is said in passing. A room has the phone to itself, a desk the screen. */
export function Shell() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const first = useRef(path);
  const painted = useAfterPaint();
  const isDesk = path.startsWith('/desk/');

  // A new page begins at its top for who reads by keyboard too; the first one is left where the browser put it.
  useEffect(() => {
    if (first.current !== path) main.current?.focus({ preventScroll: true });
    first.current = '';
  }, [path]);

  return (
    <>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      {isDesk ? null : <SearchKey />}
      {isDesk ? null : <TopBar />}
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {isUnfounded(path) ? <UnfoundedPage /> : <Outlet />}
      </main>
      {isDesk || path.startsWith('/channels/') ? null : <TabBar />}
      {isDesk ? null : <PlayerHost />}
      <ToastHost close={t('toast.close')} />
      {painted && !isDesk ? <QuietWatch /> : null}
      {painted && !isDesk ? <OutcomeWatch /> : null}
      {painted ? <VersionNotice /> : null}
      {isDesk ? null : <ReminderWatch />}
    </>
  );
}

/** Before there is a campaign: pages of an account and desks are there, those of the audience have nothing to show. */
const isUnfounded = (path: string): boolean => homeCampaign() === '' && /^\/(c\/.*|matrix.*|schedule|topics.*|search)?$/.test(path);

/** The key that searches everywhere. A desk has a search of its own under it. */
function SearchKey() {
  const campaign = useCampaignSlug();
  const navigate = useNavigate();
  useShortcut('/', () => void navigate({ to: inCampaign(campaign, '/search') }));
  return null;
}
