import type { CheckUp, StreamLink } from '@yunhui/contracts';
import { useMemo, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { usePlayer } from '../use-player.js';
import styles from './hosting.module.css';
import { linkFrom } from './listed-links.js';

const wishes = { height: undefined, sound: undefined, lowData: false, audioOnly: false };
const nothing = () => undefined;

/** Tries the address that was checked in this browser, when asked: a check-up comes from the hub, and people watch from elsewhere. */
export function TestPlayer({ outcome }: { outcome: CheckUp }) {
  const { t } = useWords();
  const [isOn, setOn] = useState(false);
  const link = useMemo(() => linkFrom(outcome), [outcome]);
  if (!link) return null;
  if (link.kind === 'embed' || link.kind === 'open')
    return (
      <a className={styles.open} href={link.url} target="_blank" rel="noreferrer noopener">
        {t('hosting.try.open')}
      </a>
    );
  if (!isOn) return <Button onClick={() => setOn(true)}>{t('hosting.try.start')}</Button>;
  return <Picture link={{ id: 'try', rank: 1, health: 'unknown', kind: link.kind, url: link.url }} />;
}

function Picture({ link }: { link: StreamLink }) {
  const { t } = useWords();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const links = useMemo(() => [link], [link]);
  const { state } = usePlayer({ video, links, wishes, silent: true, onExhausted: nothing, onProgress: nothing });
  const phase = state.phase === 'playing' ? 'plays' : state.phase === 'exhausted' ? 'fails' : 'waits';
  return (
    <figure className={styles.try}>
      <video ref={setVideo} muted playsInline controls aria-label={t('hosting.try.label')} />
      <figcaption aria-live="polite" data-phase={phase}>
        {t(`hosting.try.${phase}`)}
      </figcaption>
    </figure>
  );
}
