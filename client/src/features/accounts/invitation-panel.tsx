import type { User } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import styles from './sign-in-form.module.css';
import { SignUpForm } from './sign-up-form.js';
import { useJoin } from './use-becoming.js';
import { useInvitation } from './use-one-time-link.js';

type Props = { token: string; viewer: User | null | undefined; done: () => void };

/** An invitation to file for a unit: who has no account makes one, who is signed in to one joins with it. */
export function InvitationPanel({ token, viewer, done }: Props) {
  const { t, problem, day, clock } = useWords();
  const { data, error } = useInvitation(token);
  if (error) return <Problem>{problem(error, t('page.unreachable.body'))}</Problem>;
  if (!data || viewer === undefined) return <output>{t('join.reading')}</output>;
  const until = Date.parse(data.expiresAt);
  return (
    <>
      <p>{t('join.unit', { unit: data.unit, day: day(until), clock: clock(until) })}</p>
      <p>{t('join.after')}</p>
      {viewer?.kind === 'account' ? <JoinPanel token={token} name={viewer.name} done={done} /> : <SignUpForm token={token} done={done} />}
    </>
  );
}

function JoinPanel({ token, name, done }: { token: string; name: string; done: () => void }) {
  const { t, problem } = useWords();
  const join = useJoin();
  return (
    <section className={`panel ${styles.form}`}>
      <p>{t('join.as', { name })}</p>
      <Problem>{problem(join.error, t('page.unreachable.body'))}</Problem>
      <Button look="primary" busy={join.isPending} onClick={() => void join.mutateAsync({ token }).then(done, () => undefined)}>
        {t('join.join')}
      </Button>
      <p>{t('join.other')}</p>
    </section>
  );
}
