import type { Campaign, LobbyChannel } from '@yunhui/contracts';
import { Trans } from 'react-i18next';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { dayOfWindow, livePlaces } from './lobby.rules.js';
import styles from './lobby-head.module.css';

/** The date, the day of the campaign while it runs, and how many places are live this moment. */
export function LobbyHead({ tiles, campaign }: { tiles: readonly LobbyChannel[]; campaign: Campaign | undefined }) {
  const { t, day, language } = useWords();
  const now = useHubNow(60_000);
  const places = livePlaces(tiles);
  const channels = tiles.filter(({ state }) => state === 'live').length;
  const running = dayOfWindow(now, campaign?.windows[0]);
  const headline = places > 0 ? 'lobby.live' : 'lobby.liveChannels';
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.day}>
          <time dateTime={new Date(now).toISOString()}>{day(now)}</time>
          {running ? <span>{t('lobby.day', running)}</span> : null}
        </p>
        <h1 className="song num">
          {channels === 0 ? t('lobby.noneLive') : <Trans t={t} i18nKey={headline} count={places || channels} components={{ em: <em /> }} />}
        </h1>
      </div>
      {campaign?.theme && language === 'zh-CN' ? <p className={styles.theme}>{campaign.theme}</p> : null}
    </header>
  );
}
