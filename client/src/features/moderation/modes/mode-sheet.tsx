import type { TopicMode, TopicModeStanding } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Choices } from '../../../ui/choices.js';
import { Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';
import { delayChoicesMs, modeSwitches, slowChoicesMs, withPart } from './mode.rules.js';
import styles from './modes.module.css';
import { useChangeMode, useMode } from './use-modes.js';

/** Why a room is stricter than its own mode: a shield, or that nobody looks after it. */
function Because({ standing }: { standing: TopicModeStanding }) {
  const { t } = useDeskWords();
  if (standing.because.length === 0) return null;
  return (
    <ul className={styles.because}>
      {standing.because.map((cause) => (
        <li key={cause.kind}>
          {cause.kind === 'shield' ? t('modes.because.shield', { reason: cause.reason }) : t(`modes.because.${cause.kind}`)}
        </li>
      ))}
    </ul>
  );
}

function ModeForm({ standing, close }: { standing: TopicModeStanding; close: () => void }) {
  const { t, problem } = useDeskWords();
  const [mode, setMode] = useState<TopicMode>(standing.own);
  const change = useChangeMode();
  const keep = () =>
    change.mutate(
      { topic: standing.topic, mode, version: standing.version },
      {
        onSuccess: () => {
          toast({ words: t('modes.changed') });
          close();
        },
      },
    );
  const span = (ms: number) => t('desk.seconds', { seconds: ms / 1000 });
  const times = (part: 'slowModeMs' | 'delayMs', choices: readonly number[]) => (
    <Choices
      label={t(`modes.${part}`)}
      choices={[{ value: 0, words: t('modes.off') }, ...choices.map((ms) => ({ value: ms, words: span(ms) }))]}
      chosen={mode[part] ?? 0}
      choose={(ms) => setMode(withPart(mode, part, ms === 0 ? undefined : ms))}
    />
  );
  return (
    <>
      <Because standing={standing} />
      <div className={styles.switches}>
        {modeSwitches.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={mode[name] === true} onChange={({ target }) => setMode(withPart(mode, name, target.checked))} />
            <span>
              {t(`modes.${name}`)}
              <small>{t(`modes.${name}.how`)}</small>
            </span>
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={mode.links === 'on'}
            onChange={({ target }) => setMode(withPart(mode, 'links', target.checked ? 'on' : undefined))}
          />
          <span>{t('modes.links')}</span>
        </label>
      </div>
      {times('slowModeMs', slowChoicesMs)}
      {times('delayMs', delayChoicesMs)}
      <Problem>{problem(change.error, t('modes.notSent'))}</Problem>
      <Button look="primary" busy={change.isPending} onClick={keep}>
        {t('modes.keep')}
      </Button>
    </>
  );
}

/** How a room takes messages: its own mode, and what a shield or an empty desk adds to it. */
export function ModeSheet({ topic, name, close }: { topic: string; name: string; close: () => void }) {
  const { t } = useDeskWords();
  const { data, error } = useMode(topic);
  return (
    <Sheet title={t('modes.of', { name })} close={close}>
      {data ? (
        <ModeForm key={data.version} standing={data} close={close} />
      ) : (
        <p>{error ? t('page.unreachable.body') : t('desk.reading')}</p>
      )}
    </Sheet>
  );
}
