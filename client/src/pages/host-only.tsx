import type { User } from '@yunhui/contracts';
import RadioTower from 'lucide-react/icons/radio-tower';
import type { ReactNode } from 'react';
import { mayHost } from '../features/streams/hosting/hosting.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { MembersOnly } from './members-only.js';

/** For who keeps streams up. */
export function HostOnly({ children }: { children: (viewer: User) => ReactNode }) {
  const { t } = useWords();
  const words = { reading: t('hosting.reading'), title: t('hosting.closed.title'), body: t('hosting.closed.body') };
  return (
    <MembersOnly may={mayHost} sign={RadioTower} words={words}>
      {children}
    </MembersOnly>
  );
}
