import { useWords } from '../../platform/i18n/use-words.js';
import styles from './day-list.module.css';
import { GapRow } from './gap-row.js';
import type { GuideDay } from './guide.types.js';
import { sectionsOf, type ListItem, type Section } from './list.rules.js';
import { SessionRow } from './session-row.js';
import { UndatedRows } from './undated-rows.js';
import { useGuideWords } from './use-guide-words.js';

function Rows({ section, guide, beside }: { section: Section; guide: GuideDay; beside: string | undefined }) {
  return (
    <ol className={styles.rows}>
      {section.items.map((item) =>
        item.kind === 'gap' ? (
          <GapRow key={`gap ${item.at}`} gap={{ from: item.at, to: item.to }} guide={guide} region={beside} />
        ) : (
          <SessionRow key={item.session.id} session={item.session} guide={guide} />
        ),
      )}
    </ol>
  );
}

/** What is over is folded away; everything else stands under its heading. */
function ListSection({ section, guide, beside }: { section: Section; guide: GuideDay; beside: string | undefined }) {
  const { t } = useWords();
  const { clock } = useGuideWords();
  const rows = <Rows section={section} guide={guide} beside={beside} />;
  if (section.name === 'ended') {
    const sessions = section.items.filter(({ kind }) => kind === 'session').length;
    return (
      <details className={styles.ended} open={section.items.some(({ at }) => at === guide.at) || undefined}>
        <summary>{t('schedule.ended', { count: sessions })}</summary>
        {rows}
      </details>
    );
  }
  const parts = { night: 1, morning: 1, afternoon: 1, evening: 1 } as const;
  const { name } = section;
  const heading =
    name === 'now'
      ? t('schedule.nowAt', { time: clock(guide.now) })
      : name in parts
        ? t(`schedule.part.${name as keyof typeof parts}`)
        : t(`schedule.${name as 'next' | 'later'}`);
  return (
    <section data-section={name}>
      <h2 className={styles.heading}>{heading}</h2>
      {rows}
    </section>
  );
}

/** A day by time, with its gaps as rows, and what has no time at the end. `region` is the scope of the gaps, if there is one. */
export function DayList({ guide, region }: { guide: GuideDay; region: string | undefined }) {
  const { schedule, day, now } = guide;
  const items: ListItem[] = [
    ...schedule.sessions.map((session): ListItem => ({ kind: 'session', at: Date.parse(session.startsAt), session })),
    ...schedule.gaps.map(({ from, to }): ListItem => ({ kind: 'gap', at: Date.parse(from), to: Date.parse(to) })),
  ];
  return (
    <div className={styles.list}>
      {sectionsOf(items, day, now).map((section) => (
        <ListSection key={section.name} section={section} guide={guide} beside={region} />
      ))}
      <UndatedRows undated={schedule.undated} />
    </div>
  );
}
