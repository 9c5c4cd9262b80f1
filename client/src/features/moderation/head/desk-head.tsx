import type { DutyStanding, QueueRoom } from '@yunhui/contracts';
import FolderTree from 'lucide-react/icons/folder-tree';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Settings2 from 'lucide-react/icons/settings-2';
import { Link } from '@tanstack/react-router';
import { provinceOf } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import { Mark } from '../../../ui/mark.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './desk-head.module.css';
import { DutyMark } from '../modes/duty-mark.js';
import { ShieldButton } from '../modes/shield-button.js';
import type { StateOf } from '../rooms/room-list.js';
import { Figures } from './figures.js';
import { DeskSearch } from './desk-search.js';

type DeskHeadProps = {
  rooms: readonly QueueRoom[];
  stateOf: StateOf;
  words: string;
  look: (words: string) => void;
  duty: DutyStanding | undefined;
};

/** Where one moderates, and how many of its rooms are on air. */
function Scope({ rooms, stateOf }: Pick<DeskHeadProps, 'rooms' | 'stateOf'>) {
  const { t, pick } = useDeskWords();
  const { me } = useDesk();
  const regions = [...new Set(me.grants.map(({ region }) => region))].map((region) => {
    const province = provinceOf(region);
    return region === 'CN' || !province ? t('desk.everywhere') : pick(province.name, province.nameEn);
  });
  const live = rooms.filter(({ channel }) => channel && stateOf(channel.slug) === 'live').length;
  return (
    <p className={styles.scope}>
      <FolderTree {...icon(16)} />
      <span>{t('desk.scope', { regions: [...new Set(regions)].join(t('axis.comma')), count: live })}</span>
    </p>
  );
}

/** The bar of the desk: where one is, the figures, what one looks for, the shield, and what is handed over. */
export function DeskHead({ rooms, stateOf, words, look, duty }: DeskHeadProps) {
  const { t } = useDeskWords();
  const { open } = useDesk();
  return (
    <header className={styles.head}>
      <Link to="/" className={styles.mark} aria-label={t('app.home')}>
        <Mark />
      </Link>
      <h1>{t('desk.title')}</h1>
      <Scope rooms={rooms} stateOf={stateOf} />
      <Figures />
      <DeskSearch words={words} look={look} />
      <ShieldButton />
      <DutyMark duty={duty} />
      <button
        type="button"
        className={styles.tool}
        aria-label={t('desk.handover')}
        title={t('desk.handover')}
        onClick={() => open('handover')}
      >
        <NotebookPen {...icon()} />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('desk.settings')}
        title={t('desk.settings')}
        onClick={() => open('settings')}
      >
        <Settings2 {...icon()} />
      </button>
    </header>
  );
}
