import type { ChangeAtOnce, Filing, WantedChange } from '@yunhui/contracts';
import { useState } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { type Clocks, clocksOf, timeOfClocks } from '../form/time.rules.js';
import styles from './programme.module.css';
import { type Doing, editOf, type Sending, type SessionAct } from './programme.rules.js';

type Props = {
  doing: Doing;
  filing: Pick<Filing, 'title' | 'form'>;
  close: () => void;
  done: () => void;
  asked?: Sending<WantedChange>;
  atOnce?: Sending<ChangeAtOnce>;
};
type Written = { title: string; summary: string; clocks: Clocks };

/** Cancels, postpones, moves or changes, with a reason that the audience reads. */
export function ChangeSheet({ doing: { act, session }, filing, close, done, asked, atOnce }: Props) {
  const { t, problem } = useWords();
  const { form } = filing;
  const id = session?.filedAs;
  const wanted = form.sessions.find((one) => one.id === id);
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState<Written>(() => ({
    title: wanted?.title ?? '',
    summary: wanted?.summary ?? '',
    clocks: clocksOf(wanted?.time),
  }));
  const slot = slotOf(written.clocks);
  const name = session?.title ?? filing.title;
  const change = changeOf(act, id, slot);
  const edit = act === 'edit' && id !== undefined ? editOf(form, id, { ...trimmed(written), ...(slot && { slot }) }, hubNow()) : undefined;
  const way = asked ?? atOnce;
  const isReady = reason.trim() !== '' && (change ?? edit) !== undefined;
  const send = () => {
    if (asked && (change ?? edit)) asked.send((change ?? edit) as WantedChange, reason.trim(), done);
    else if (atOnce && change) atOnce.send(change, reason.trim(), done);
  };
  return (
    <Sheet title={t(`programme.sheet.${act}`, { title: name })} close={close}>
      <Form send={send}>
        <p>{t(session === undefined && act === 'cancel' ? 'programme.body.whole' : `programme.body.${act}`)}</p>
        {act === 'edit' ? <WordFields written={written} change={setWritten} /> : null}
        {act === 'edit' || act === 'move' ? (
          <ClockFields clocks={written.clocks} change={(clocks) => setWritten({ ...written, clocks })} />
        ) : null}
        <Field label={t('programme.reason')}>
          <textarea required rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {act === 'edit' && !edit ? <p className={styles.help}>{t('programme.sameAsBefore')}</p> : null}
        <Problem>{problem(way?.error, t('programme.failed'))}</Problem>
        <Button type="submit" look="primary" busy={way?.isPending ?? false} disabled={!isReady}>
          {t(asked ? 'programme.ask' : 'programme.now')}
        </Button>
      </Form>
    </Sheet>
  );
}

/** What is said without the form; a move says it too once its time is whole. */
function changeOf(act: SessionAct, session: string | undefined, slot: Slot | undefined): ChangeAtOnce | undefined {
  if (act === 'cancel' || act === 'postpone') return { kind: act, ...(session !== undefined && { session }) };
  return act === 'move' && session !== undefined && slot ? { kind: 'move', session, ...slot } : undefined;
}

type Slot = { startsAt: string; endsAt: string };

function slotOf(clocks: Clocks): Slot | undefined {
  const time = timeOfClocks(clocks, false);
  return time?.precision === 'exact' ? { startsAt: time.startsAt, endsAt: time.endsAt } : undefined;
}

const trimmed = ({ title, summary }: Written): Pick<Written, 'title' | 'summary'> => ({ title: title.trim(), summary: summary.trim() });

function WordFields({ written, change }: { written: Written; change: (written: Written) => void }) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('programme.field.title')}>
        <input required value={written.title} maxLength={60} onChange={({ target }) => change({ ...written, title: target.value })} />
      </Field>
      <Field label={t('programme.field.summary')}>
        <textarea
          rows={2}
          value={written.summary}
          maxLength={500}
          onChange={({ target }) => change({ ...written, summary: target.value })}
        />
      </Field>
    </>
  );
}

function ClockFields({ clocks, change }: { clocks: Clocks; change: (clocks: Clocks) => void }) {
  const { t } = useWords();
  const part = (key: keyof Clocks, kind: 'date' | 'time', label: string) => (
    <Field label={label}>
      <input type={kind} value={clocks[key]} onChange={({ target }) => change({ ...clocks, [key]: target.value })} />
    </Field>
  );
  return (
    <div className={styles.clocks}>
      {part('day', 'date', t('programme.field.date'))}
      {part('start', 'time', t('programme.field.start'))}
      {part('end', 'time', t('programme.field.end'))}
    </div>
  );
}
