import type { Invitation, IssuedLink, UnitFiler } from '@yunhui/contracts';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import { LinkSheet } from '../../ui/link-sheet.js';
import { toast } from '../../ui/toast.js';
import { Unreachable } from '../../ui/unreachable.js';
import { EndSheet } from './end-sheet.js';
import { FilerRow } from './filer-row.js';
import styles from './filers.module.css';
import { RecoverSheet } from './recover-sheet.js';
import { useUnit, useUnitActs } from './use-units.js';

/** What lies over the page: a link that is told now, or a question before something is done. */
type Over = { is: 'invited'; link: IssuedLink } | { is: 'ending' | 'recovering'; filer: UnitFiler };

/** A unit: who files for it, who is invited, and what a reviewer, or somebody of the unit, does about it. */
export function UnitView({ unit }: { unit: string }) {
  const { t, problem } = useWords();
  const { data, error, isPending, refetch } = useUnit(unit);
  const acts = useUnitActs(unit);
  const [over, setOver] = useState<Over>();
  if (isPending) return <output className={styles.quiet}>{t('filers.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const { filers, invitations, mayDecide, mayInvite } = data;
  const close = () => setOver(undefined);
  const verify = ({ id, name }: UnitFiler) =>
    acts.verify.mutate(id, { onSuccess: () => toast({ words: t('filers.done.verified', { name }) }) });
  const invite = () => acts.invite.mutate(undefined, { onSuccess: (link) => setOver({ is: 'invited', link }) });
  return (
    <>
      <h1 className="song">{data.unit.name}</h1>
      <Problem>{problem(acts.invite.error ?? acts.verify.error ?? acts.revoke.error, t('filers.notSent'))}</Problem>
      {mayInvite ? (
        <Button look="primary" className={styles.invite} busy={acts.invite.isPending} onClick={invite}>
          <UserPlus {...icon(18)} />
          {t('filers.invite')}
        </Button>
      ) : null}
      <section aria-labelledby="filers" className={styles.part}>
        <h2 id="filers">{t('filers.people')}</h2>
        {mayDecide && filers.some(({ verifiedAt }) => verifiedAt === undefined) ? <p className={styles.quiet}>{t('filers.hint')}</p> : null}
        {filers.length === 0 ? <p className={styles.quiet}>{t('filers.noPeople')}</p> : null}
        <ul className={styles.list}>
          {filers.map((filer) => (
            <FilerRow
              key={filer.id}
              filer={filer}
              mayDecide={mayDecide}
              isBusy={acts.verify.isPending && acts.verify.variables === filer.id}
              verify={() => verify(filer)}
              end={() => setOver({ is: 'ending', filer })}
              recover={() => setOver({ is: 'recovering', filer })}
            />
          ))}
        </ul>
      </section>
      <Invitations
        items={invitations}
        revoke={mayInvite ? (id) => acts.revoke.mutate(id, { onSuccess: () => toast({ words: t('filers.done.revoked') }) }) : undefined}
      />
      {over?.is === 'invited' ? <LinkSheet title={t('filers.inviteTitle')} path="/join" link={over.link} close={close} /> : null}
      {over?.is === 'ending' ? <EndSheet filer={over.filer} end={acts.end} close={close} /> : null}
      {over?.is === 'recovering' ? <RecoverSheet filer={over.filer} recover={acts.recover} close={close} /> : null}
    </>
  );
}

function Invitations({ items, revoke }: { items: readonly Invitation[]; revoke: ((id: string) => void) | undefined }) {
  const { t, day, clock } = useWords();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className={styles.part}>
      <h2 id="invitations">{t('filers.invitations')}</h2>
      <ul className={styles.list}>
        {items.map(({ id, by, expiresAt }) => {
          const until = Date.parse(expiresAt);
          return (
            <li key={id} className={styles.row}>
              <p>{t('filers.invitedBy', { name: by, day: day(until), clock: clock(until) })}</p>
              {revoke ? (
                <Button aria-label={t('filers.revokeWhose', { name: by })} onClick={() => revoke(id)}>
                  {t('filers.revoke')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
