import type { StaffRole, User } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Problem } from '../../ui/form.js';
import { usePlaceName } from '../../ui/use-place-name.js';
import { JoinPanel } from './join-panel.js';
import { SignUpForm } from './sign-up-form.js';
import { useAppointment } from './use-one-time-link.js';

type Props = { token: string; viewer: User | null | undefined; done: (role: StaffRole) => void };

/** An invitation to a role: who has no account makes one, who is signed in to one takes it up with it. */
export function AppointmentPanel({ token, viewer, done }: Props) {
  const { t, problem, day, clock } = useWords();
  const placeName = usePlaceName();
  const { data, error } = useAppointment(token);
  if (error) return <Problem>{problem(error, t('page.unreachable.body'))}</Problem>;
  if (!data || viewer === undefined) return <output>{t('join.reading')}</output>;
  const { role, place, by, expiresAt } = data;
  const until = Date.parse(expiresAt);
  const what = { name: by, role: t(`account.role.${role}`), place: placeName(place), day: day(until), clock: clock(until) };
  const takenUp = () => done(role);
  return (
    <>
      <p>{t('appointment.to', what)}</p>
      {viewer?.kind === 'account' ? (
        <JoinPanel
          path="/appointments/join"
          token={token}
          as={t('appointment.as', { name: viewer.name })}
          verb={t('appointment.accept')}
          done={takenUp}
        />
      ) : (
        <SignUpForm path="/appointments/sign-up" token={token} verb={t('appointment.signUp')} done={takenUp} />
      )}
    </>
  );
}
