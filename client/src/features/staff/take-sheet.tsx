import type { HeldRole, StaffMember } from '@yunhui/contracts';
import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import type { StaffActs } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

type Props = {
  member: StaffMember;
  held: HeldRole;
  isMe: boolean;
  acts: Pick<StaffActs, 'take' | 'undo'>;
  left: () => void;
  close: () => void;
};

/** Asked before a role is taken away, which can be undone for a moment, or laid down, which cannot. */
export function TakeSheet({ member: { id, name }, held, isMe, acts: { take, undo }, left, close }: Props) {
  const { t, problem, held: nameOf } = useStaffWords();
  const what = { name, held: nameOf(held) };
  const leave = () => {
    take.reset();
    close();
  };
  const giveBack = (token: string) => undo.mutate(token, { onSuccess: () => toast({ words: t('staff.done.givenBack', what) }) });
  const send = () =>
    take.mutate(
      { id, held },
      {
        onSuccess: ({ undo: token }) => {
          const action = isMe ? undefined : { label: t('staff.undo'), act: () => giveBack(token) };
          toast({ words: t(isMe ? 'staff.done.laidDown' : 'staff.done.taken', what), ...(action && { action }) });
          leave();
          if (isMe) left();
        },
      },
    );
  return (
    <Sheet title={t(isMe ? 'staff.layDownWhich' : 'staff.takeWhich', what)} close={leave}>
      <Form send={send}>
        <p>{t(isMe ? 'staff.layDownBody' : 'staff.takeBody')}</p>
        <Problem>{problem(take.error, t('staff.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={take.isPending}>
          {t(isMe ? 'staff.layDown' : 'staff.takeNow')}
        </Button>
      </Form>
    </Sheet>
  );
}
