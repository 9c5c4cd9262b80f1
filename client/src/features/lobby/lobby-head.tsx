import type { Campaign, LobbyChannel } from '@yunhui/contracts';
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
  const count = places || channels;
  // The number stands out from its sentence, wherever the language puts it.
  const [before, after] = t(places > 0 ? 'lobby.live' : 'lobby.liveChannels', { count, number: '|' }).split('|');
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.day}>
          <time dateTime={new Date(now).toISOString()}>{day(now)}</time>
          {running ? <span>{t('lobby.day', running)}</span> : null}
        </p>
        <h1 className="song num" key={count}>
          {channels === 0 ? (
            t('lobby.noneLive')
          ) : (
            <>
              {before}
              <em>{count}</em>
              {after}
            </>
          )}
        </h1>
      </div>
      {campaign?.theme && language === 'zh-CN' ? <p className={styles.theme}>{campaign.theme}</p> : null}
    </header>
  );
}
