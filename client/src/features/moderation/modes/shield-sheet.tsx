import type { Shield } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Choices } from '../../../ui/choices.js';
import { Field, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { toast } from '../../../ui/toast.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './modes.module.css';
import { useScopes } from './use-scopes.js';
import { useLiftShield } from './use-lift-shield.js';
import { useRaiseShield, useShields } from './use-modes.js';

const minuteChoices = [15, 30, 60, 0] as const;

/** A shield that holds now, and the way out of it. */
function Raised({ shield }: { shield: Shield }) {
  const { t, clock } = useDeskWords();
  const { nameOf } = useScopes();
  const lift = useLiftShield();
  const until = shield.until ? t('shield.until', { time: clock(Date.parse(shield.until)) }) : t('shield.noEnd');
  return (
    <li>
      <p>
        <b>{nameOf(shield.scope)}</b> · {until}
        <small>
          {shield.by.name} · {shield.reason}
        </small>
      </p>
      <Button busy={lift.isPending} onClick={() => lift.mutate(shield.scope)}>
        {t('shield.lift')}
      </Button>
    </li>
  );
}

/** Everything in a scope is reviewed first: which scope, for how long and why is confirmed before, and undone by one press after. */
export function ShieldSheet({ close }: { close: () => void }) {
  const { t, problem } = useDeskWords();
  const { me } = useDesk();
  const { scopes, nameOf } = useScopes();
  const shields = useShields();
  const raise = useRaiseShield();
  const lift = useLiftShield();
  const [scope, setScope] = useState(scopes[0] ?? me.grants[0]?.region ?? 'CN');
  const [minutes, setMinutes] = useState<number>(30);
  const [reason, setReason] = useState('');
  const confirm = () =>
    raise.mutate(
      { scope, mode: { reviewFirst: true }, reason: reason.trim() || t('shield.reason.usual'), ...(minutes === 0 ? {} : { minutes }) },
      {
        onSuccess: () => {
          toast({ words: t('shield.done', { scope: nameOf(scope) }), action: { label: t('desk.undo'), act: () => lift.mutate(scope) } });
          close();
        },
      },
    );
  return (
    <Sheet title={t('shield.title')} close={close}>
      {shields.data?.items.length ? (
        <ul className={styles.raised}>
          {shields.data.items.map((shield) => (
            <Raised key={shield.scope} shield={shield} />
          ))}
        </ul>
      ) : null}
      <p>{t('shield.lead')}</p>
      <Field label={t('shield.scope')}>
        <select value={scope} onChange={({ target }) => setScope(target.value)}>
          {scopes.map((key) => (
            <option key={key} value={key}>
              {nameOf(key)}
            </option>
          ))}
        </select>
      </Field>
      <Choices
        label={t('shield.minutes')}
        choices={minuteChoices.map((count) => ({
          value: count,
          words: count === 0 ? t('shield.noEnd') : t('shield.forMinutes', { count }),
        }))}
        chosen={minutes}
        choose={setMinutes}
      />
      <Field label={t('shield.reason')}>
        <input value={reason} maxLength={200} placeholder={t('shield.reason.usual')} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Problem>{problem(raise.error, t('shield.notSent'))}</Problem>
      <Button look="primary" busy={raise.isPending} onClick={confirm}>
        {t('shield.confirm', { scope: nameOf(scope) })}
      </Button>
    </Sheet>
  );
}
