import type { CutChoice } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { refusalOf } from '../../platform/http.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import { CutsStanding } from './cut-standing.js';
import styles from './cuts.module.css';
import { Unreached } from './unreached.js';
import { useCutActs, useCutChoices } from './use-cut-desk.js';

const keyOf = ({ target, id }: Pick<CutChoice, 'target' | 'id'>): string => `${target} ${id}`;

/** What to cut off at a channel: the channel itself unless one chooses less, or more. */
function CutForm({ choices, close }: { choices: readonly CutChoice[]; close: () => void }) {
  const { t, refusal, pick } = useWords();
  const { cut, undo } = useCutActs();
  const [act] = useState(() => crypto.randomUUID());
  const [key, setKey] = useState<string>();
  const [reason, setReason] = useState('');
  const open = choices.filter(({ isCut }) => !isCut);
  const chosen = open.find((one) => keyOf(one) === key) ?? open.find(({ target }) => target === 'channel') ?? open[0];
  if (!chosen) return null;
  const { target, id } = chosen;
  const title = pick(chosen.title, chosen.titleEn);
  const refused = refusalOf(cut.error);
  const confirm = () =>
    cut.mutate(
      { act, target, id, reason: reason.trim() || t('cut.reason.usual') },
      {
        onSuccess: ({ kept }) => {
          toast({
            words: t(kept ? 'cut.done' : 'cut.doneUnkept', { title }),
            action: { label: t('cut.undo'), act: () => undo.mutate({ target, id }) },
          });
          close();
        },
      },
    );
  const wordsOf = (one: CutChoice) =>
    `${t(`cut.target.${one.target}`)} ${pick(one.title, one.titleEn)}${one.target === 'region' ? t('cut.channels', { count: one.channels }) : ''}`;
  return (
    <>
      <Choices
        label={t('cut.what')}
        choices={open.map((one) => ({ value: keyOf(one), words: wordsOf(one) }))}
        chosen={keyOf(chosen)}
        choose={setKey}
      />
      <label className={styles.field}>
        {t('cut.reason')}
        <input
          value={reason}
          maxLength={200}
          placeholder={t('cut.reason.usual')}
          onChange={({ target: input }) => setReason(input.value)}
        />
      </label>
      <Unreached left={chosen.unreached} />
      <p className={styles.bad} role="alert">
        {refused ? refusal(refused) : cut.error ? t('cut.notSent') : ''}
      </p>
      <Button look="primary" busy={cut.isPending} onClick={confirm}>
        {t('cut.confirm', { title })}
      </Button>
    </>
  );
}

/** 即时阻断: one action with a reason, undone by one press. Without a channel it shows what is off the air. */
export function CutSheet({ channel, close }: { channel: string | undefined; close: () => void }) {
  const { t } = useWords();
  const choices = useCutChoices(channel);
  return (
    <Sheet title={t('cut.title')} close={close}>
      <p>{t('cut.lead')}</p>
      {channel === undefined ? <p>{t('cut.noChannel')}</p> : null}
      {choices.data ? <CutForm choices={choices.data.items} close={close} /> : null}
      {choices.error ? <p role="alert">{t('cut.notRead')}</p> : null}
      <CutsStanding />
    </Sheet>
  );
}
