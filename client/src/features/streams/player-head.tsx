import type { Channel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Maximize2 from 'lucide-react/icons/maximize-2';
import X from 'lucide-react/icons/x';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import { pictureControl } from '../../ui/picture-control.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import styles from './player-stage.module.css';
import { closePlayer } from './playing.js';

/** Over the picture: the way back where no bar stands above, the state and who watches. It stays when the controls go. */
export function PlayerHead({ channel }: { channel: Channel }) {
  const { t, viewers } = useWords();
  return (
    <div className={styles.top} slot="top-chrome" {...{ noautohide: '' }}>
      <Link to="/" className={`${pictureControl} ${styles.back}`} aria-label={t('channel.back')}>
        <ChevronLeft {...icon(22)} />
      </Link>
      <StateBadge state={channel.state} late={channel.late} overPlate />
      {channel.viewers > 0 ? <span className={`${styles.pill} num`}>{viewers(channel.viewers)}</span> : null}
      {channel.sample ? <SampleMark overPlate /> : null}
    </div>
  );
}

/** In the corner: back to the channel, or done with it. */
export function CornerHead({ slug, title }: { slug: string; title: string }) {
  const { t } = useWords();
  return (
    <div className={styles.cornerTop} slot="top-chrome" {...{ noautohide: '' }}>
      <Link to="/channels/$slug" params={{ slug }} className={pictureControl} aria-label={t('player.backToChannel', { title })}>
        <Maximize2 {...icon(18)} />
      </Link>
      <button type="button" className={pictureControl} aria-label={t('player.close')} onClick={closePlayer}>
        <X {...icon(18)} />
      </button>
    </div>
  );
}
