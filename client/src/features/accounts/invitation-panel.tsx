import type { User } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Problem } from '../../ui/form.js';
import { JoinPanel } from './join-panel.js';
import { SignUpForm } from './sign-up-form.js';
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
      {viewer?.kind === 'account' ? (
        <JoinPanel path="/invitations/join" token={token} as={t('join.as', { name: viewer.name })} verb={t('join.join')} done={done} />
      ) : (
        <SignUpForm path="/invitations/sign-up" token={token} verb={t('join.signUp')} done={done} />
      )}
    </>
  );
}
