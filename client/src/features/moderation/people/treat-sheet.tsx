import type { HouseRule, PersonFile } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useOwnStanding } from '../../../platform/standing.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { OptionRows } from '../../../ui/option-rows.js';
import { Sheet } from '../../../ui/sheet.js';
import { houseRules } from '../verdict/house.rules.js';
import styles from './people.module.css';
import { banLengthsMs, lengthOf, proposedTreatment, type Treatment } from './silence.rules.js';
import type { ToldMessage } from './told-message.js';
import { useTreating } from './use-treating.js';
import { useViewerNow } from './viewer-here.context.js';

const acts: readonly Treatment['act'][] = ['retract', 'warn', 'mute', 'ban'];
const hideMinutes = [0, 1, 5, 30] as const;

type ChoicesProps = { file: PersonFile; treatment: Treatment; change: (change: Partial<Treatment>) => void };

function Acts({ file, treatment, change }: ChoicesProps) {
  const { t } = useWords();
  const options = acts.map((value) => ({
    value,
    words: t(`people.act.${value}`),
    disabled: value !== 'retract' && file.untouchable !== undefined,
  }));
  const choose = (act: Treatment['act']) =>
    change({ act, durationMs: act === 'ban' ? banLengthsMs[1] : (file.proposed.durationMs ?? treatment.durationMs) });
  return (
    <OptionRows legend={t('people.treat.act', { count: file.strikes })} options={options} chosen={treatment.act} choose={choose}>
      {file.untouchable ? <p className={styles.note}>{t(`people.untouchable.${file.untouchable}`)}</p> : null}
    </OptionRows>
  );
}

/** How long, why, and what else goes with it. */
function Details({ file, treatment, change }: ChoicesProps) {
  const { t } = useWords();
  const long = (ms: number): string => {
    const { unit, count } = lengthOf(ms);
    return t(`people.long.${unit}`, { count });
  };
  const lengths = treatment.act === 'ban' ? banLengthsMs : file.ladderMs;
  return (
    <>
      {treatment.act === 'mute' || treatment.act === 'ban' ? (
        <Field label={t('people.treat.long')}>
          <select value={treatment.durationMs} onChange={({ target }) => change({ durationMs: Number(target.value) })}>
            {lengths.map((ms) => (
              <option key={ms} value={ms}>
                {long(ms)}
                {treatment.act === 'mute' && ms === file.proposed.durationMs ? t('people.treat.proposed') : ''}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <Field label={t('people.treat.rule')}>
        <select value={treatment.rule} onChange={({ target }) => change({ rule: target.value as HouseRule })}>
          {houseRules.map((rule) => (
            <option key={rule} value={rule}>
              {t(`house.${rule}`)}
            </option>
          ))}
        </select>
      </Field>
      {treatment.act === 'retract' || treatment.act === 'warn' ? null : (
        <Field label={t('people.treat.hide')}>
          <select value={treatment.hideMinutes} onChange={({ target }) => change({ hideMinutes: Number(target.value) })}>
            {hideMinutes.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t('people.treat.hideThis') : t('people.treat.hideMinutes', { count: minutes })}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}

type TreatSheetProps = {
  message: ToldMessage;
  close: () => void;
  /** Told what was done, when it was. */
  treated?: ((treatment: Treatment) => void) | undefined;
};

function TreatForm({ message, file, scope, close, treated }: TreatSheetProps & { file: PersonFile; scope: string }) {
  const { t, problem } = useWords();
  const [treatment, setTreatment] = useState<Treatment>(() =>
    file.untouchable ? { ...proposedTreatment(file, scope), act: 'retract' } : proposedTreatment(file, scope),
  );
  const treating = useTreating(message, (done) => {
    treated?.(done);
    close();
  });
  const change = (part: Partial<Treatment>) => setTreatment((before) => ({ ...before, ...part }));
  return (
    <Form send={() => treating.mutate(treatment)}>
      <Acts file={file} treatment={treatment} change={change} />
      <Details file={file} treatment={treatment} change={change} />
      <Problem>{problem(treating.error, t('people.notSent'))}</Problem>
      <Button type="submit" look="primary" busy={treating.isPending}>
        {t(`people.do.${treatment.act}`)}
      </Button>
    </Form>
  );
}

/** What a moderator does, in the room, about a message and who said it. */
export function TreatSheet({ message, close, treated }: TreatSheetProps) {
  const { t } = useWords();
  const { data: file, error } = useQuery({
    queryKey: ['person', message.author.id],
    queryFn: ({ signal }) => read<PersonFile>(`/moderation/people/${message.author.id}`, signal),
    staleTime: 0,
  });
  const scope = useOwnStanding(message.topic, useViewerNow())?.region;
  return (
    <Sheet title={t('people.treat.title', { name: message.author.name })} close={close}>
      <blockquote className={styles.quote}>{message.text}</blockquote>
      {file && scope ? (
        <TreatForm message={message} file={file} scope={scope} close={close} treated={treated} />
      ) : (
        <p>{t(error ? 'people.notRead' : 'people.reading')}</p>
      )}
    </Sheet>
  );
}
