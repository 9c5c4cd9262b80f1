import type { LobbyChannel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import Play from 'lucide-react/icons/play';
import Volume2 from 'lucide-react/icons/volume-2';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button, buttonClass } from '../../ui/button.js';
import { faceOf, nameIn } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { Plate } from '../../ui/plate.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useStill } from '../../ui/use-still.js';
import styles from './elder.module.css';
import type { ElderChoice } from './elder.rules.js';
import { useReadAloud } from './use-read-aloud.js';

/** One thing to watch: what, where, since when, and one button. It can be read out. */
export function ElderCard({ channel, choice }: { channel: LobbyChannel; choice: ElderChoice }) {
  const { t, pick, clock, language } = useWords();
  const still = useStill(channel.still);
  const read = useReadAloud(language);
  const place = pick(nameIn(channel.title), nameIn(channel.titleEn));
  const title = channel.session?.title ?? pick(channel.title, channel.titleEn);
  const time = channel.session ? t('elder.startedAt', { time: clock(channel.session.start) }) : t('time.allDay');
  const where = t(choice === 'replay' ? 'elder.replayOf' : 'elder.liveFrom', { place, time });
  return (
    <article className={styles.card}>
      <div className={styles.poster}>
        <Plate face={faceOf(channel)} first still={still} />
        <span className={styles.badge}>
          <StateBadge state={channel.state} overPlate />
        </span>
      </div>
      <div className={styles.body}>
        <h2>{title}</h2>
        <p>{where}</p>
        <Link
          to="/channels/$slug"
          params={{ slug: channel.slug }}
          search={choice === 'listen' ? { sound: '1' } : {}}
          className={buttonClass('primary')}
        >
          <Play {...icon(28)} />
          {t(choice === 'listen' ? 'elder.listenHere' : 'elder.watchHere')}
        </Link>
        {read ? (
          <Button onClick={() => read(`${title}。${where}`)}>
            <Volume2 {...icon(28)} />
            {t('elder.readAloud')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
