import type { User } from '@yunhui/contracts';
import WebhookIcon from 'lucide-react/icons/webhook';
import type { ReactNode } from 'react';
import { mayKeepWebhooks } from '../features/webhooks/webhooks.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { MembersOnly } from './members-only.js';

/** For operators who keep webhooks. */
export function OperatorOnly({ children }: { children: (me: User) => ReactNode }) {
  const { t } = useWords();
  const words = { reading: t('webhooks.reading'), title: t('webhooks.closed.title'), body: t('webhooks.closed.body') };
  return (
    <MembersOnly may={mayKeepWebhooks} sign={WebhookIcon} words={words}>
      {children}
    </MembersOnly>
  );
}
