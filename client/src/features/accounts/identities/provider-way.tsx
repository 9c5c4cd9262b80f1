import { returnPath } from '@yunhui/domain';
import { rememberedInTab } from '../../../platform/memory.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import styles from '../other-ways.module.css';
import { useBeginIdentity, useIdentity } from './use-identity.js';

/** The way in by the provider, for who has no password at hand. A hub without one shows nothing, and neither does one that is asked in vain. */
export function ProviderWay() {
  const { t, problem } = useWords();
  const { data } = useIdentity(undefined);
  const begin = useBeginIdentity();
  if (!data?.provider) return null;
  const to = returnPath(rememberedInTab('signInFrom') ?? '') ?? '/sign-in';
  return (
    <>
      <Problem>{problem(begin.error, t('page.unreachable.body'))}</Problem>
      <Button className={styles.way} busy={begin.isPending || begin.isSuccess} onClick={() => begin.mutate({ purpose: 'sign-in', to })}>
        {t('identity.signIn', { provider: data.provider.name ?? t('identity.provider') })}
      </Button>
    </>
  );
}
