import type { StaffPlace, StaffRole } from '@yunhui/contracts';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { LinkSheet } from '../../ui/link-sheet.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './staff.module.css';
import { placesFor, staffRoles } from './staff.rules.js';
import { type StaffActs, useStaffPlaces } from './use-staff.js';
import { useStaffWords } from './use-staff-words.js';

/** Which role, and where; the link is told after, once. */
export function InviteSheet({ invite, close }: { invite: StaffActs['invite']; close: () => void }) {
  const { t, problem, placeName } = useStaffWords();
  const [role, setRole] = useState<StaffRole>('reviewer');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const { data, error } = useStaffPlaces(useDeferredValue(words.trim()));
  const places = placesFor(role, data?.items ?? []);
  const place = places.find(({ key }) => key === chosen) ?? places[0];
  const leave = () => {
    invite.reset();
    close();
  };
  if (invite.data) return <LinkSheet title={t('staff.inviteTitle')} path="/appointment" link={invite.data} close={leave} />;
  const nameOf = ({ above, ...one }: StaffPlace): string =>
    above ? t('staff.placeIn', { place: placeName(one), above: placeName(above) }) : placeName(one);
  return (
    <Sheet title={t('staff.invite')} close={leave}>
      <Form send={() => place && invite.mutate({ role, region: place.key })}>
        <Field label={t('staff.role')}>
          <select value={role} onChange={({ target }) => setRole(staffRoles.find((one) => one === target.value) ?? role)}>
            {staffRoles.map((one) => (
              <option key={one} value={one}>
                {t(`account.role.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('staff.findPlace')}>
          <input type="search" value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
        </Field>
        <Field label={t('staff.place')}>
          <select value={place?.key ?? ''} disabled={!place} onChange={({ target }) => setChosen(target.value)}>
            {places.map((one) => (
              <option key={one.key} value={one.key}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </Field>
        {data && !place ? <p className={styles.quiet}>{t('staff.noPlace')}</p> : null}
        {data?.isMore ? <p className={styles.quiet}>{t('staff.morePlaces')}</p> : null}
        <Problem>{problem(invite.error ?? error, t('staff.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={invite.isPending} disabled={!place}>
          {t('staff.inviteNow')}
        </Button>
      </Form>
    </Sheet>
  );
}
