import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import styles from './staff.module.css';
import { type StaffActs, useRoleInvitations } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

/** Invitations that nobody has taken up yet, and the way to take them back; nothing while there are none. */
export function RoleInvitationList({ revoke }: Pick<StaffActs, 'revoke'>) {
  const { t, day, clock, held: nameOf } = useStaffWords();
  const { data } = useRoleInvitations();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="role-invitations" className={styles.part}>
      <h2 id="role-invitations">{t('staff.invitations')}</h2>
      <ul className={styles.list}>
        {data.items.map((invitation) => {
          const { id, by: name, expiresAt } = invitation;
          const [until, held] = [Date.parse(expiresAt), nameOf(invitation)];
          return (
            <li key={id} className={styles.row}>
              <p className={styles.words}>{t('staff.invited', { held, name, day: day(until), clock: clock(until) })}</p>
              <Button
                busy={revoke.isPending && revoke.variables === id}
                aria-label={t('staff.revokeWhich', { name, held })}
                onClick={() => revoke.mutate(id, { onSuccess: () => toast({ words: t('staff.done.revoked') }) })}
              >
                {t('staff.revoke')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
