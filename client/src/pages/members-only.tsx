import type { Grant, User } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useViewer } from '../features/accounts/use-viewer.js';
import { useWords } from '../platform/i18n/use-words.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

type Props = {
  /** Whether the page is somebody's. The hub judges each request itself. */
  may: (grants: readonly Grant[]) => boolean;
  sign: LucideIcon;
  /** What is heard until it is known who looks; and what anybody else is told. */
  words: { reading: string; title: string; body: string };
  children: (viewer: User) => ReactNode;
};

/** For some alone; anybody else is told whose page it is, and where to sign in. */
export function MembersOnly({ may, sign: Sign, words, children }: Props) {
  const { t } = useWords();
  const { viewer } = useViewer();
  if (viewer === undefined) return <output className="unseen">{words.reading}</output>;
  if (viewer && may(viewer.grants)) return children(viewer);
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className="wrap">
      <EmptyState asPage icon={<Sign {...icon(32)} />} title={words.title} action={signIn}>
        {words.body}
      </EmptyState>
    </div>
  );
}
