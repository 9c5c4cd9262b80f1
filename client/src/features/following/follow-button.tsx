import Bell from 'lucide-react/icons/bell';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import styles from './follow-button.module.css';
import { following } from './following-store.js';
import { withFollowed, withoutFollowed } from './following.rules.js';

type FollowButtonProps = {
  slug: string;
  /** The channel's, as it is read out. */
  name: string;
  /** What else one may want who begins to follow. */
  offer: { label: string; act: () => void } | undefined;
};

/** Follows a channel on this device, or not any more; what was done by mistake is undone in the same place or in the toast. */
export function FollowButton({ slug, name, offer }: FollowButtonProps) {
  const { t } = useWords();
  const isFollowed = following.use().includes(slug);
  const words = t(isFollowed ? 'follow.isSet' : 'follow.set');
  const follow = () => {
    following.keep(withFollowed(following.current(), slug));
    toast({ words: t('follow.done'), ...(offer && { action: offer }) });
  };
  const unfollow = () => {
    const before = following.current();
    following.keep(withoutFollowed(before, slug));
    toast({ words: t('follow.undone'), action: { label: t('follow.undo'), act: () => following.keep(before) } });
  };
  return (
    <button
      type="button"
      className={`${buttonClass()} ${styles.follow}`}
      aria-pressed={isFollowed}
      aria-label={`${words} ${name}`}
      onClick={isFollowed ? unfollow : follow}
    >
      <Bell {...icon(18)} fill={isFollowed ? 'currentColor' : 'none'} />
      <span data-word>{words}</span>
    </button>
  );
}
