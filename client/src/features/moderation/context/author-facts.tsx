import type { HoldContext, QueueItem } from '@yunhui/contracts';
import { useNow } from '../list/now.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './context.module.css';

function Verdicts({ context }: { context: HoldContext }) {
  const { t } = useDeskWords();
  const { verdicts } = context.author;
  const counted = (states: readonly string[]) => verdicts.filter(({ verdict }) => states.includes(verdict)).length;
  if (verdicts.length === 0) return t('desk.author.noVerdicts');
  return t('desk.author.verdicts', { passed: counted(['passed']), rejected: counted(['rejected', 'retracted']) });
}

/** Who said it: since when they are here, what became of their last ten, by which rule it was found, and their other names. */
export function AuthorFacts({ item, context }: { item: QueueItem; context: HoldContext | undefined }) {
  const { t, category, reason } = useDeskWords();
  const now = useNow();
  const { author, findings } = item;
  const minutes = Math.max(0, Math.round((now - Date.parse(author.since)) / 60_000));
  const since = minutes < 120 ? t('desk.author.minutes', { minutes }) : t('desk.author.hours', { hours: Math.round(minutes / 60) });
  const rules = findings.map((finding) => {
    const hidden = finding.exposedBy.map((name) => t(`desk.exposed.${name as 'width'}`, { defaultValue: name }));
    return hidden.length > 0
      ? t('desk.rule.exposed', { category: category(finding.category), by: hidden.join(t('axis.comma')) })
      : category(finding.category);
  });
  const others = context?.author.otherNames ?? [];
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('desk.author')}</dt>
        <dd>
          {t(`desk.author.${author.kind}`)} · {since} · {t(`desk.trust.${author.trust}`)}
        </dd>
      </div>
      <div>
        <dt>{t('desk.author.lastTen')}</dt>
        <dd>{context ? <Verdicts context={context} /> : t('desk.reading')}</dd>
      </div>
      <div>
        <dt>{t('desk.rule')}</dt>
        <dd>{rules.length > 0 ? [...new Set(rules)].join(t('desk.semicolon')) : reason(item.why)}</dd>
      </div>
      {others.length > 0 ? (
        <div>
          <dt>{t('desk.author.otherNames')}</dt>
          <dd>
            {others.map(({ name, isSamePerson }) => (isSamePerson ? name : t('desk.author.sameDevice', { name }))).join(t('axis.comma'))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
