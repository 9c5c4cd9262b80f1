import type { LiveState, Session } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import CloudOff from 'lucide-react/icons/cloud-off';
import ExternalLink from 'lucide-react/icons/external-link';
import { lazy, Suspense, type ReactNode } from 'react';
import { useHubNow } from '../../../platform/clock.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button, buttonClass } from '../../../ui/button.js';
import { useMedia } from '../../../platform/use-media.js';
import { icon } from '../../../ui/icon.js';
import { StateGlyph } from '../../../ui/state-glyph.js';
import styles from './slate.module.css';
import type { Slate as SlateKind } from './slate.rules.js';

/** Comes with what draws codes, which few slates need. */
const QrCode = lazy(async () => ({ default: (await import('../../../ui/qr-code.js')).QrCode }));

const glyphs: Record<Exclude<SlateKind['kind'], 'offline'>, LiveState> = {
  scheduled: 'scheduled',
  due: 'due',
  late: 'due',
  interrupted: 'interrupted',
  ended: 'ended',
  cancelled: 'ended',
  postponed: 'ended',
  noReplay: 'ended',
  blocked: 'blocked',
  elsewhere: 'live',
  idle: 'scheduled',
};

/** The sentence under the title: when it starts and how long that is, or what the page does meanwhile. */
function useSlateBody(slate: SlateKind): string {
  const { t, clock, left, day, pick } = useWords();
  const now = useHubNow(1000);
  switch (slate.kind) {
    case 'scheduled':
    case 'due':
    case 'late':
      return t(`slate.${slate.kind}.body`, {
        when:
          day(slate.startsAt) === day(now)
            ? t('slate.today', { time: clock(slate.startsAt) })
            : `${day(slate.startsAt)} ${clock(slate.startsAt)}`,
        left: left(slate.startsAt - now),
      });
    case 'ended':
    case 'cancelled':
    case 'postponed':
    case 'noReplay': {
      const next =
        slate.next &&
        t('slate.ended.next', { when: clock(Date.parse(slate.next.startsAt)), title: pick(slate.next.title, slate.next.titleEn) });
      const body = 'reason' in slate ? slate.reason : t(`slate.${slate.kind}.body`);
      return next ? `${body} ${next}` : body;
    }
    default:
      return t(`slate.${slate.kind}.body`);
  }
}

type Remind = ((session: Session) => ReactNode) | undefined;

function NextStep({ slate, retry, remind }: { slate: SlateKind; retry: () => void; remind: Remind }): ReactNode {
  const { t } = useWords();
  if (slate.kind === 'interrupted' || slate.kind === 'offline')
    return (
      <Button look="onPlatePrimary" onClick={retry}>
        {t('slate.retry')}
      </Button>
    );
  if (slate.kind === 'elsewhere') return <Elsewhere link={slate.link} />;
  return (
    <>
      {slate.kind === 'scheduled' || slate.kind === 'due' ? remind?.(slate.session) : null}
      {'next' in slate && slate.next ? remind?.(slate.next) : null}
      <Link to="/" className={buttonClass(slate.kind === 'blocked' ? 'onPlatePrimary' : 'onPlate')}>
        {t('slate.otherChannels')}
      </Link>
    </>
  );
}

/** The app that has it opens from a phone; at a desk the phone reads the code. */
function Elsewhere({ link }: { link: Extract<SlateKind, { kind: 'elsewhere' }>['link'] }) {
  const { t } = useWords();
  const desk = useMedia('(pointer: fine) and (min-width: 768px)');
  const address = new URL(link.url, location.href);
  return (
    <>
      {desk ? (
        <Suspense fallback={<span className={styles.code} />}>
          <QrCode text={address.href} label={t('slate.elsewhere.scan')} />
        </Suspense>
      ) : null}
      <a className={buttonClass('onPlatePrimary')} href={address.href} target="_blank" rel="noopener noreferrer">
        <ExternalLink {...icon(18)} />
        {t('channel.linkOpen', { label: link.label ?? address.host })}
      </a>
    </>
  );
}

/** A reason and a next step, over the plate. In the corner there is room for the reason. */
export function Slate({
  slate,
  retry,
  remind,
  corner = false,
}: {
  slate: SlateKind;
  retry: () => void;
  remind?: Remind;
  corner?: boolean;
}) {
  const { t } = useWords();
  const body = useSlateBody(slate);
  return (
    <section className={styles.slate} data-kind={slate.kind} data-corner={corner || undefined}>
      {slate.kind === 'offline' ? <CloudOff {...icon(34)} /> : <StateGlyph state={glyphs[slate.kind]} size={34} />}
      <div aria-live="polite">
        <h2>{t(`slate.${slate.kind}.title`)}</h2>
      </div>
      {corner ? null : (
        <>
          {/* The countdown changes each second and is not read out each time. */}
          <p className="num" aria-live="off">
            {body}
          </p>
          <div className={styles.steps}>
            <NextStep slate={slate} retry={retry} remind={remind} />
          </div>
        </>
      )}
    </section>
  );
}
