import type { HeldRole, StaffMember, User } from '@yunhui/contracts';
import Users from 'lucide-react/icons/users';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Field, Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import styles from './staff.module.css';
import { useStaff } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

type Acts = { take: (member: StaffMember, held: HeldRole) => void; recover: (member: StaffMember) => void };

/** Who works here, with what they do; the newest account first. */
export function StaffList({ me, ...acts }: Acts & { me: User }) {
  const { t, problem } = useStaffWords();
  const [words, setWords] = useState('');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useStaff(useDeferredValue(words.trim()));
  const members = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="staff" className={styles.part}>
      <h2 id="staff">{t('staff.people')}</h2>
      <Field label={t('staff.search')}>
        <input type="search" value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
      </Field>
      {isPending ? <output className={styles.quiet}>{t('staff.reading')}</output> : null}
      <Problem>{problem(error, t('page.unreachable.body'))}</Problem>
      {data && members.length === 0 ? (
        <EmptyState icon={<Users {...icon(32)} />} title={t('staff.none.title')}>
          {t('staff.none.body')}
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} isMe={member.id === me.id} {...acts} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('staff.more')}
        </Button>
      ) : null}
    </section>
  );
}

function MemberRow({ member, isMe, take, recover }: Acts & { member: StaffMember; isMe: boolean }) {
  const { t, held: nameOf } = useStaffWords();
  const { name, login, roles, mayRecover } = member;
  return (
    <li className={styles.row}>
      <h3>{name}</h3>
      <p className={styles.quiet}>{t('staff.account', { login })}</p>
      {mayRecover ? (
        <Button look="quiet" className={styles.end} aria-label={t('staff.recoverWho', { name })} onClick={() => recover(member)}>
          {t('staff.recover')}
        </Button>
      ) : null}
      <ul className={styles.roles}>
        {roles.map((held) => (
          <li key={`${held.role} ${held.place.key}`}>
            <span>{nameOf(held)}</span>
            <Button
              aria-label={isMe ? t('staff.layDownWhich', { held: nameOf(held) }) : t('staff.takeWhich', { name, held: nameOf(held) })}
              onClick={() => take(member, held)}
            >
              {t(isMe ? 'staff.layDown' : 'staff.take')}
            </Button>
          </li>
        ))}
      </ul>
    </li>
  );
}
