import type { HeldRole, StaffMember, User } from '@yunhui/contracts';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import { InviteSheet } from './invite-sheet.js';
import { RecoverSheet } from './recover-sheet.js';
import { RoleInvitationList } from './role-invitation-list.js';
import styles from './staff.module.css';
import { StaffList } from './staff-list.js';
import { TakeSheet } from './take-sheet.js';
import { useStaffActs } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

/** What lies over the page: an invitation that is made, or a question before something is done. */
type Over = { is: 'inviting' } | { is: 'taking'; member: StaffMember; held: HeldRole } | { is: 'recovering'; member: StaffMember };

/** Who works in one's regions: inviting colleagues, taking roles away, and opening their accounts again. `left`: one has laid down a role. */
export function StaffView({ me, left }: { me: User; left: () => void }) {
  const { t, problem } = useStaffWords();
  const acts = useStaffActs();
  const [over, setOver] = useState<Over>();
  const close = () => setOver(undefined);
  return (
    <>
      <Button look="primary" className={styles.invite} onClick={() => setOver({ is: 'inviting' })}>
        <UserPlus {...icon(18)} />
        {t('staff.invite')}
      </Button>
      <Problem>{problem(acts.revoke.error ?? acts.undo.error, t('staff.notSent'))}</Problem>
      <RoleInvitationList revoke={acts.revoke} />
      <StaffList
        me={me}
        take={(member, held) => setOver({ is: 'taking', member, held })}
        recover={(member) => setOver({ is: 'recovering', member })}
      />
      {over?.is === 'inviting' ? <InviteSheet invite={acts.invite} close={close} /> : null}
      {over?.is === 'taking' ? (
        <TakeSheet member={over.member} held={over.held} isMe={over.member.id === me.id} acts={acts} left={left} close={close} />
      ) : null}
      {over?.is === 'recovering' ? <RecoverSheet member={over.member} recover={acts.recover} close={close} /> : null}
    </>
  );
}
