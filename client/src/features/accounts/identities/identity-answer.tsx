import type { AnsweredIdentity } from '@yunhui/contracts';
import { useEffect, useEffectEvent } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Problem } from '../../../ui/form.js';
import { useIdentityAnswer } from './use-identity.js';

type Props = { query: string; done: (answered: AnsweredIdentity) => void };

/** What the provider's answer comes to. It is read, and the page goes on; what is wrong with it stays and is said. */
export function IdentityAnswer({ query, done }: Props) {
  const { t, problem } = useWords();
  const { data, error } = useIdentityAnswer(query);
  const leadOn = useEffectEvent(done); // an answer leads on, not a page that is drawn anew
  useEffect(() => {
    if (data) leadOn(data);
  }, [data]);
  if (error) return <Problem>{problem(error, t('page.unreachable.body'))}</Problem>;
  return <output>{t('identity.answering')}</output>;
}
