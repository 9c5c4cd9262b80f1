import { useWords } from '../../platform/i18n/use-words.js';
import { Problem } from '../../ui/form.js';
import { SignUpForm } from './sign-up-form.js';
import { useSetup } from './use-one-time-link.js';

/** A hub that nobody operates, or nobody who can sign in: whoever has the link that its start says makes the account that does. */
export function SetupPanel({ token, done }: { token: string; done: () => void }) {
  const { t, problem, day, clock } = useWords();
  const { data, error } = useSetup(token);
  if (error) return <Problem>{problem(error, t('page.unreachable.body'))}</Problem>;
  if (!data) return <output>{t('recover.reading')}</output>;
  const until = Date.parse(data.expiresAt);
  return (
    <>
      <p>{t('setup.lead', { day: day(until), clock: clock(until) })}</p>
      <SignUpForm path="/setup" token={token} verb={t('setup.submit')} done={done} />
    </>
  );
}
