import type { ReleaseLine, ReleasePage, ScheduleRelease } from '@yunhui/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import { useState } from 'react';
import { useCampaign } from '../../platform/campaign.js';
import { read } from '../../platform/http.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { Sheet } from '../../ui/sheet.js';
import { Unreachable } from '../../ui/unreachable.js';
import styles from './release-sheet.module.css';
import { useGuideWords } from './use-guide-words.js';

const RE_READ_MS = 15_000;

/** What changed in a campaign and all inside it, the latest first. */
const useReleases = (campaign: string) =>
  useInfiniteQuery({
    queryKey: ['releases', campaign],
    queryFn: ({ pageParam, signal }) =>
      read<ReleasePage>(`/campaigns/${campaign}/releases${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: RE_READ_MS,
  });

/** 最近的变动: quiet in the head of the schedule, for whoever wants to know what is another than yesterday. */
export function ReleasesButton({ campaign }: { campaign: string }) {
  const { t } = useGuideWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <History {...icon(18)} />
        {t('releases.open')}
      </Button>
      {isOpen ? (
        <Sheet title={t('releases.open')} close={() => setOpen(false)}>
          <Releases campaign={campaign} />
        </Sheet>
      ) : null}
    </>
  );
}

function Releases({ campaign }: { campaign: string }) {
  const { t } = useGuideWords();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useReleases(campaign);
  if (isPending) return <output className={styles.help}>{t('releases.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const releases = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p className={styles.help}>{t(error ? 'releases.stale' : releases.length === 0 ? 'releases.none' : 'releases.what')}</p>
      <ol className={styles.releases}>
        {releases.map((release) => (
          <Release key={`${release.campaign} ${release.number}`} release={release} isInner={release.campaign !== campaign} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('releases.more')}
        </Button>
      ) : null}
    </>
  );
}

/** Each campaign numbers its own: one inside that which is looked at says its name before the number. */
function Release({ release: { campaign, number, at, lines }, isInner }: { release: ScheduleRelease; isInner: boolean }) {
  const { t, pick, day, clock } = useGuideWords();
  const { data } = useCampaign(campaign);
  const name = isInner && (data ? pick(data.name, data.nameEn) : campaign);
  const moment = Date.parse(at);
  return (
    <li>
      <h3>
        {[name, t('releases.number', { number })].filter(Boolean).join(' · ')}{' '}
        <time dateTime={at}>{`${day(moment)} ${clock(moment)}`}</time>
      </h3>
      <ul>
        {lines.map((line, place) => (
          <Line key={`${place} ${line.session ?? line.title}`} line={line} />
        ))}
      </ul>
    </li>
  );
}

function Line({ line }: { line: ReleaseLine }) {
  const { t, day, clock } = useGuideWords();
  const moment = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : `${day(Date.parse(at))} ${clock(Date.parse(at))}`;
  const { kind, title, reason, timeText } = line;
  const [to, from] = [moment(line.startsAt), moment(line.from)];
  const when =
    from === undefined ? (to ?? timeText) : to === undefined ? t('releases.waits', { from }) : t('releases.movedTo', { from, to });
  return (
    <li data-kind={kind}>
      <em>{t(`releases.kind.${kind}`)}</em>
      <span>
        <b lang="zh-CN">{title}</b>
        <small className="num">{[when, reason].filter(Boolean).join(' · ')}</small>
      </span>
    </li>
  );
}
