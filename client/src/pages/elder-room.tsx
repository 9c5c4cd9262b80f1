import type { Channel } from '@yunhui/contracts';
import { useSearch } from '@tanstack/react-router';
import Headphones from 'lucide-react/icons/headphones';
import Tv from 'lucide-react/icons/tv';
import { useEffect, useRef } from 'react';
import { useReadAloud } from '../features/elder/use-read-aloud.js';
import { LivePlayer } from '../features/streams/live-player.js';
import { useDesk } from '../features/streams/playing.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { Button, buttonClass } from '../ui/button.js';
import { CampaignLink } from '../ui/campaign-link.js';
import { nameIn } from '../ui/element/face.js';
import { icon } from '../ui/icon.js';
import styles from './elder-page.module.css';

/** Who came to listen hears at once, and may look all the same. The address asks only once. */
function useListening(channel: Channel) {
  const desk = useDesk(channel.slug);
  const { sound }: { sound?: string } = useSearch({ strict: false });
  const isAsked = useRef(sound === '1');
  useEffect(() => {
    if (!desk || !isAsked.current) return;
    isAsked.current = false;
    desk.listenOnly(true);
  }, [desk]);
  return desk;
}

/** A channel in 长辈模式: the picture, what it is, and three buttons. No chat, and nothing that moves by itself. */
export function ElderRoom({ channel }: { channel: Channel }) {
  const { t, pick, clock, language } = useWords();
  const desk = useListening(channel);
  const read = useReadAloud(language);
  const { current } = channel;
  const title = current?.title ?? pick(channel.title, channel.titleEn);
  const place = pick(nameIn(channel.title), nameIn(channel.titleEn));
  const time = current ? t('elder.startedAt', { time: clock(Date.parse(current.startsAt)) }) : t('time.allDay');
  const where = t('elder.liveFrom', { place, time });
  usePageTitle(title);
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.picture}>
        <LivePlayer slug={channel.slug} />
      </div>
      <h1>{title}</h1>
      <p>{where}</p>
      <div className={styles.ways}>
        {desk ? (
          <Button onClick={() => desk.listenOnly(!desk.audioOnly)}>
            {desk.audioOnly ? <Tv {...icon(28)} /> : <Headphones {...icon(28)} />}
            {t(desk.audioOnly ? 'elder.watchHere' : 'elder.listenHere')}
          </Button>
        ) : null}
        {read ? <Button onClick={() => read(`${title}。${where}`)}>{t('elder.readAloud')}</Button> : null}
        <CampaignLink to="/" className={buttonClass('primary')}>
          {t('elder.back')}
        </CampaignLink>
      </div>
    </div>
  );
}
