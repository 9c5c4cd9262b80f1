import type { StaffMember } from '@yunhui/contracts';
import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { LinkSheet } from '../../ui/link-sheet.js';
import { Sheet } from '../../ui/sheet.js';
import type { StaffActs } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

type Props = { member: StaffMember; recover: StaffActs['recover']; close: () => void };

/** A link for a new password: asked for first, because whoever has it is the account's owner; then told, once. */
export function RecoverSheet({ member: { id, name }, recover, close }: Props) {
  const { t, problem } = useStaffWords();
  const title = t('staff.recoverWho', { name });
  const issued = recover.variables === id ? recover.data : undefined;
  const leave = () => {
    recover.reset();
    close();
  };
  if (issued) return <LinkSheet title={title} path="/recover" link={issued} close={leave} />;
  return (
    <Sheet title={title} close={leave}>
      <Form send={() => recover.mutate(id)}>
        <p>{t('staff.recoverBody')}</p>
        <Problem>{problem(recover.error, t('staff.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={recover.isPending}>
          {t('staff.issue')}
        </Button>
      </Form>
    </Sheet>
  );
}
