import UsersRound from 'lucide-react/icons/users-round';
import WifiOff from 'lucide-react/icons/wifi-off';
import { useEffect, useState } from 'react';
import { icon } from '../../ui/icon.js';
import { useConnection, useServing } from '../realtime.js';
import { useWords } from '../i18n/use-words.js';
import { resumeBanner, type ResumeBanner } from './resume.rules.js';
import styles from './resume-banner.module.css';

/** What is to be said about the connection, drawn anew each second while it is away. */
function useResume(): ResumeBanner | undefined {
  const connection = useConnection();
  const serving = useServing();
  const away = connection.status !== 'connected';
  const [spell, setSpell] = useState<{ since: number; now: number }>();

  useEffect(() => {
    if (!away) return undefined;
    const since = Date.now();
    const timer = setInterval(() => setSpell({ since, now: Date.now() }), 1000);
    return () => {
      clearInterval(timer);
      setSpell(undefined);
    };
  }, [away]);

  const { since = 0, now = 0 } = spell ?? {};
  return resumeBanner({ connection, serving, awayMs: now - since, now, online: navigator.onLine });
}

/** The hub is there, and has much to do. */
const isCrowd = ({ kind }: ResumeBanner): boolean => kind === 'sampled' || kind === 'resting' || kind === 'crowded';

/** One calm line while the hub is away, or has more to do than it can. It lies over the page, so that nothing moves when it comes and goes. */
export function ResumeBanner({ place }: { place: 'page' | 'chat' }) {
  const { t } = useWords();
  const resume = useResume();
  // Where one would speak, it is said with its end and its reason.
  const banner = resume?.kind === 'banned' && place === 'chat' ? undefined : resume;

  const words = (): string => {
    switch (banner?.kind) {
      case undefined:
        return '';
      case 'waiting':
        return t('resume.waiting', { seconds: banner.seconds });
      case 'retrying':
      case 'polling':
      case 'closed':
      case 'banned':
      case 'sampled':
      case 'resting':
      case 'crowded':
        return t(`resume.${banner.kind}`);
    }
  };

  // The countdown would be read out each second: what is announced is that it began.
  return (
    <div className={styles.place} data-place={place}>
      <output className="unseen">{banner && (banner.kind === 'waiting' ? t('resume.retrying') : words())}</output>
      {banner ? (
        <p key={banner.kind} className={styles.banner} data-quiet={isCrowd(banner)} aria-hidden="true">
          {isCrowd(banner) ? <UsersRound {...icon(18)} /> : <WifiOff {...icon(18)} />}
          <span className="num">{words()}</span>
        </p>
      ) : null}
    </div>
  );
}
