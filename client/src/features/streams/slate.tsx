import type { LiveState } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import CloudOff from 'lucide-react/icons/cloud-off';
import ExternalLink from 'lucide-react/icons/external-link';
import type { ReactNode } from 'react';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button, buttonClass } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { StateGlyph } from '../../ui/state-glyph.js';
import styles from './slate.module.css';
import type { Slate as SlateKind } from './slate.rules.js';

const glyphs: Record<Exclude<SlateKind['kind'], 'offline'>, LiveState> = {
  scheduled: 'scheduled',
  due: 'due',
  late: 'due',
  interrupted: 'interrupted',
  ended: 'ended',
  blocked: 'blocked',
  elsewhere: 'live',
  idle: 'scheduled',
};

/** The sentence under the title: when it starts and how long that is, or what the page does meanwhile. */
function useSlateBody(slate: SlateKind): string {
  const { t, clock, left } = useWords();
  const now = useHubNow(1000);
  switch (slate.kind) {
    case 'scheduled':
    case 'due':
    case 'late':
      return t(`slate.${slate.kind}.body`, { when: t('slate.today', { time: clock(slate.startsAt) }), left: left(slate.startsAt - now) });
    case 'ended': {
      const next = slate.next && t('slate.ended.next', { when: clock(Date.parse(slate.next.startsAt)), title: slate.next.title });
      return next ? `${t('slate.ended.body')} ${next}` : t('slate.ended.body');
    }
    default:
      return t(`slate.${slate.kind}.body`);
  }
}

function NextStep({ slate, retry }: { slate: SlateKind; retry: () => void }): ReactNode {
  const { t } = useWords();
  if (slate.kind === 'interrupted' || slate.kind === 'offline')
    return (
      <Button look="onPlatePrimary" onClick={retry}>
        {t('slate.retry')}
      </Button>
    );
  if (slate.kind === 'elsewhere') {
    return (
      <a className={buttonClass('onPlatePrimary')} href={slate.link.url} target="_blank" rel="noopener noreferrer">
        <ExternalLink {...icon(18)} />
        {t('channel.linkOpen', { label: slate.link.label ?? new URL(slate.link.url, location.href).host })}
      </a>
    );
  }
  return (
    <Link to="/" className={buttonClass(slate.kind === 'blocked' ? 'onPlatePrimary' : 'onPlate')}>
      {t('slate.otherChannels')}
    </Link>
  );
}

/** A reason and a next step, over the plate. */
export function Slate({ slate, retry }: { slate: SlateKind; retry: () => void }) {
  const { t } = useWords();
  const body = useSlateBody(slate);
  return (
    <section className={styles.slate} data-kind={slate.kind}>
      {slate.kind === 'offline' ? <CloudOff {...icon(34)} /> : <StateGlyph state={glyphs[slate.kind]} size={34} />}
      <h2>
        <output>{t(`slate.${slate.kind}.title`)}</output>
      </h2>
      {/* The countdown changes each second and is not read out each time. */}
      <p className="num" aria-live="off">
        {body}
      </p>
      <NextStep slate={slate} retry={retry} />
    </section>
  );
}
