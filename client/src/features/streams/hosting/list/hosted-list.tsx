import type { HostedSessions, ListedLink } from '@yunhui/contracts';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { EmptyState } from '../../../../ui/empty-state.js';
import { Field } from '../../../../ui/form.js';
import { icon } from '../../../../ui/icon.js';
import { Unreachable } from '../../../../ui/unreachable.js';
import { HostedSessionCard } from '../hosted-session-card.js';
import styles from '../hosting.module.css';
import { useHostedSessions } from '../use-hosted-sessions.js';
import { DaySessions } from './day-sessions.js';
import { OtherDay } from './other-day.js';

type Props = { checked: ListedLink | undefined; check: (address: string) => void };

/** Fewer are found at a glance. */
const channelsToChooseFrom = 4;

/** The sessions of a host: all of them when they are few, else today's, with the other days folded and one channel to be chosen. */
export function HostedList({ checked, check }: Props) {
  const { t } = useWords();
  const [channel, choose] = useState<string>();
  const { data, error, isPending, isPaused, failureCount, refetch } = useHostedSessions({ channel });
  if (isPending && !isPaused) return <output className={styles.quiet}>{t('hosting.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  if (data.items.length === 0 && data.channels.length === 0)
    return (
      <EmptyState icon={<CalendarPlus {...icon(32)} />} title={t('hosting.empty.title')}>
        {t('hosting.empty.body')}
      </EmptyState>
    );
  const { items, day, days } = data;
  const others = otherDays(data);
  return (
    <section className={styles.sessions} aria-labelledby="hosted-title">
      <h2 id="hosted-title">{t('hosting.sessions')}</h2>
      {/* Without a network the hub is not even asked. */}
      {error || isPaused || failureCount > 0 ? <output className={styles.bad}>{t('hosting.stale')}</output> : null}
      {data.channels.length >= channelsToChooseFrom ? <ChannelChoice channels={data.channels} chosen={channel} choose={choose} /> : null}
      {items.length === 0 ? <p className={styles.quiet}>{t('hosting.none')}</p> : null}
      {day === undefined ? (
        items.map((session) => <HostedSessionCard key={session.id} session={session} checked={checked} check={check} />)
      ) : (
        <DaySessions read={{ items, day, days }} checked={checked} check={check} />
      )}
      {others.map((other) => (
        <OtherDay key={`${channel} ${other.day}`} {...other} channel={channel} checked={checked} check={check} />
      ))}
    </section>
  );
}

/** What is to come, then what is over, the latest of it first. */
function otherDays({ day, days }: Pick<HostedSessions, 'day' | 'days'>): HostedSessions['days'] {
  if (day === undefined) return [];
  return [...days.filter((other) => other.day > day), ...days.filter((other) => other.day < day).toReversed()];
}

type ChoiceProps = {
  channels: HostedSessions['channels'];
  chosen: string | undefined;
  choose: (slug: string | undefined) => void;
};

function ChannelChoice({ channels, chosen, choose }: ChoiceProps) {
  const { t, pick } = useWords();
  return (
    <Field label={t('hosting.channel')}>
      <select value={chosen ?? ''} onChange={({ target }) => choose(target.value || undefined)}>
        <option value="">{t('hosting.allChannels')}</option>
        {channels.map(({ slug, title, titleEn }) => (
          <option key={slug} value={slug}>
            {pick(title, titleEn)}
          </option>
        ))}
      </select>
    </Field>
  );
}
