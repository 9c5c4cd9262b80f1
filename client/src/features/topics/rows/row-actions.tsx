import Copy from 'lucide-react/icons/copy';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { openRealtime } from '../../../platform/realtime.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { useRoomActions } from '../chat.context.js';
import type { SaidRow } from '../chat.rules.js';
import { useModerationSlots } from '../moderation-slots.context.js';
import styles from './rows.module.css';

/** Takes one's own words back. */
export function Retract({ topic, id }: { topic: string; id: string }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'idle' | 'asked' | 'failed'>('idle');
  const retract = () => {
    setOutcome('asked');
    openRealtime()
      .then((client) => client.retract(topic, id))
      .catch(() => setOutcome('failed'));
  };
  return (
    <button type="button" disabled={outcome === 'asked'} onClick={retract}>
      <Undo2 {...icon(16)} />
      {t(outcome === 'failed' ? 'chat.retractFailed' : 'chat.retract')}
    </button>
  );
}

/** What can be done with a message, and when it was said. Drawn for one row at a time. */
export function RowActions({ row }: { row: SaidRow }) {
  const { t, clock } = useWords();
  const { reply, copy } = useRoomActions();
  const slots = useModerationSlots();
  return (
    <fieldset className={styles.actions} aria-label={t('chat.actions')}>
      <time dateTime={new Date(row.at).toISOString()}>{clock(row.at)}</time>
      <button type="button" onClick={() => reply(row)}>
        <CornerUpLeft {...icon(16)} />
        {t('chat.reply')}
      </button>
      <button type="button" onClick={() => copy(row.message.text)}>
        <Copy {...icon(16)} />
        {t('chat.copy')}
      </button>
      {row.mine ? <Retract topic={row.topic} id={row.message.id} /> : slots?.ofMessage(row)}
    </fieldset>
  );
}
