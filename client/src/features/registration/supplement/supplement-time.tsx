import type { Supplement } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useDayWords } from '../form/panels/deadline-panel.js';
import formStyles from '../form/form.module.css';

/** The rule that bound a supplement's deadline, and the reports that it came too late for, in plain words. */
export function useRuleWords() {
  const { t, pick } = useWords();
  const day = useDayWords();
  const cutOffOf = ({ cutOffs }: Supplement, key: string) => {
    const named = cutOffs.find((one) => one.key === key);
    const report = t('supplement.rule.report');
    const what = named?.what === undefined ? report : pick(named.what, report);
    return { campaign: named ? pick(named.campaign, named.campaignEn) : key, what };
  };
  return {
    rule: (supplement: Supplement): string => {
      const { boundBy, endedOn, deadline } = supplement.time;
      if (boundBy.rule === 'unlocked') return t('supplement.rule.unlocked', { deadline: day(deadline) });
      if (boundBy.rule === 'days-after-end') return t('supplement.rule.days', { ended: day(endedOn), days: boundBy.days });
      return t('supplement.rule.cutOff', { ...cutOffOf(supplement, boundBy.key), ended: day(endedOn), deadline: day(deadline) });
    },
    unfinished: (supplement: Supplement): string[] =>
      supplement.time.unfinishedIn.map((key) => t('supplement.rule.unfinished', cutOffOf(supplement, key))),
    left: ({ daysLeft, time: { deadline } }: Supplement): string => {
      if (daysLeft === 0) return t('supplement.left.over', { deadline: day(deadline) });
      return daysLeft === 1 ? t('supplement.left.today') : t('supplement.left.days', { days: daysLeft, deadline: day(deadline) });
    },
  };
}

/** Until when, and why until then. */
export function SupplementTimePanel({ supplement }: { supplement: Supplement }) {
  const { rule, unfinished, left } = useRuleWords();
  const { daysLeft } = supplement;
  return (
    <section className={`${formStyles.panel} ${formStyles.deadline}`}>
      <b className={formStyles.days} data-late={daysLeft === 0 || undefined} aria-hidden="true">
        {daysLeft}
      </b>
      <div>
        <h2>{left(supplement)}</h2>
        <p>{rule(supplement)}</p>
        {unfinished(supplement).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </section>
  );
}
