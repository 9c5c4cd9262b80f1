import type { AppealTarget, Outcome, SettledMessage } from '@yunhui/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { write } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useToldStanding } from '../../../platform/standing.js';
import { Button } from '../../../ui/button.js';
import { Sheet } from '../../../ui/sheet.js';
import { toast } from '../../../ui/toast.js';
import { AppealSheet } from './appeal-sheet.js';
import { openOutcomes } from './outcomes.rules.js';
import styles from './people.module.css';

/** What one should read and not only glance at: how an appeal ended, and a warning. */
function OutcomeSheet({ outcome, close, appeal }: { outcome: Outcome; close: () => void; appeal: () => void }) {
  const { t } = useWords();
  const { kind, result, rule, reason } = outcome;
  const title =
    kind === 'warning' ? t('people.outcome.warned') : t(result === 'overturned' ? 'people.outcome.overturned' : 'people.outcome.kept');
  return (
    <Sheet title={title} close={close}>
      {rule ? <p>{t('people.outcome.rule', { rule: t(`house.${rule}`) })}</p> : null}
      {reason ? <blockquote className={styles.quote}>{reason}</blockquote> : null}
      <p className={styles.note}>
        {t(kind === 'warning' ? 'people.outcome.warnedBody' : `people.outcome.${result === 'overturned' ? 'overturned' : 'kept'}Body`)}
      </p>
      <p className={styles.buttons}>
        <Button look="primary" onClick={close}>
          {t('people.understood')}
        </Button>
        {kind === 'warning' ? (
          <button type="button" className={styles.link} onClick={appeal}>
            {t('people.appeal.title')}
          </button>
        ) : null}
      </p>
    </Sheet>
  );
}

/** One's own message was taken back by somebody else: said once, with the way to say something about it. */
function useTakenBack(takenBack: SettledMessage | undefined, appeal: (id: string) => void): void {
  const { t } = useWords();
  useEffect(() => {
    if (!takenBack) return;
    const { id, rule } = takenBack;
    const why = t(`house.${rule ?? ''}` as 'house.other', { defaultValue: '' });
    const words = why === '' ? t('people.takenBack') : t('people.takenBackFor', { rule: why });
    toast({ words, action: { label: t('people.appeal.title'), act: () => appeal(id) } });
  }, [takenBack, appeal, t]);
}

/** What was not told now is told again with the next connection. */
const tellSeen = (outcomes: readonly Outcome[]): void =>
  void write('/me/outcomes/seen', { ids: outcomes.map(({ id }) => id) }).catch(() => undefined);

/** Tells people once what became of what they reported or appealed against, and that they were warned. */
export function OutcomeNotices({ takenBack }: { takenBack: SettledMessage | undefined }) {
  const { t } = useWords();
  const told = useToldStanding();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [appealed, appeal] = useState<AppealTarget>();
  const appealMessage = useCallback((id: string) => appeal({ kind: 'message', id }), []);
  useTakenBack(takenBack, appealMessage);
  const outcomes = told?.outcomes;
  const { toRead, toGlance } = useMemo(() => openOutcomes(outcomes ?? [], seen), [outcomes, seen]);
  const glanced = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const news = toGlance.filter(({ id }) => !glanced.current.has(id));
    const [first] = news;
    if (!first) return;
    glanced.current = new Set([...glanced.current, ...news.map(({ id }) => id)]);
    toast({ words: t(first.result === 'upheld' ? 'people.outcome.reportUpheld' : 'people.outcome.reportDismissed') });
    tellSeen(news);
  }, [toGlance, t]);
  const queries = useQueryClient();
  const forget = (outcome: Outcome) => {
    setSeen((before) => new Set([...before, outcome.id]));
    tellSeen([outcome]);
    void queries.invalidateQueries({ queryKey: ['standing'] }); // what one reads of an appeal beside the composer is another now
  };
  return (
    <>
      {toRead ? (
        <OutcomeSheet
          key={toRead.id}
          outcome={toRead}
          close={() => forget(toRead)}
          appeal={() => {
            forget(toRead);
            appeal({ kind: 'sanction', id: toRead.id });
          }}
        />
      ) : null}
      {appealed ? <AppealSheet of={appealed} close={() => appeal(undefined)} /> : null}
    </>
  );
}
