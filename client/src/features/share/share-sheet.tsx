import Copy from 'lucide-react/icons/copy';
import ImageDown from 'lucide-react/icons/image-down';
import Share2 from 'lucide-react/icons/share-2';
import { useState } from 'react';
import { copyText } from '../../platform/copy-text.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { inWeChat } from '../../platform/wechat.js';
import { Button } from '../../ui/button.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { icon } from '../../ui/icon.js';
import { Plate } from '../../ui/plate.js';
import { Poster } from '../../ui/poster/poster.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { Sheet } from '../../ui/sheet.js';
import type { ShareTarget } from './share-target.js';
import styles from './share-sheet.module.css';

/** How the link looks where it is shared: picture, title, and whose it is. */
function ShareCard({ target: { face, title, when, place, sample } }: { target: ShareTarget }) {
  const { t } = useWords();
  return (
    <figure className={styles.card}>
      <figcaption className="unseen">{t('share.preview')}</figcaption>
      <span className={styles.plate}>
        <Plate face={face} first />
      </span>
      <span className={styles.text}>
        <b>{title}</b>
        <span>{[when, place].filter(Boolean).join(' · ')}</span>
        {sample ? <SampleMark /> : null}
      </span>
      <ElementCell face={face} size={44} />
    </figure>
  );
}

function CopyLink({ url }: { url: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => setCopied(await copyText(url));
  return (
    <>
      <Button onClick={() => void copy()}>
        <Copy {...icon(18)} />
        {t('share.copy')}
      </Button>
      <output className={styles.said}>{copied === undefined ? '' : t(copied ? 'share.copied' : 'share.copyByHand')}</output>
      {copied === false ? <input className={styles.link} readOnly value={url} aria-label={t('share.copy')} /> : null}
    </>
  );
}

/** The system's own sheet. Somebody who closes it again has not failed at anything. */
async function shareBySystem(share: ShareData): Promise<void> {
  await navigator.share(share).catch(() => undefined);
}

/** Ways to pass something on: the system's sheet where there is one, its link, and a poster with a code. */
export function ShareSheet({ target, close }: { target: ShareTarget; close: () => void }) {
  const { t } = useWords();
  const [poster, setPoster] = useState(false);
  const url = new URL(target.path, location.origin).href;
  const { face, title, when, place, sample } = target;
  const content = { face, title, place, url, brand: t('app.name'), invitation: t('share.invitation') };
  return (
    <Sheet title={t('share.sheet')} close={close}>
      <ShareCard target={target} />
      <div className={styles.ways}>
        {'share' in navigator && !inWeChat() ? (
          <Button look="primary" onClick={() => void shareBySystem({ url, title, text: [when, place].filter(Boolean).join(' · ') })}>
            <Share2 {...icon(18)} />
            {t('share.system')}
          </Button>
        ) : null}
        <CopyLink url={url} />
        {poster ? null : (
          <Button onClick={() => setPoster(true)}>
            <ImageDown {...icon(18)} />
            {t('share.poster')}
          </Button>
        )}
      </div>
      {poster ? (
        <Poster content={{ ...content, ...(when && { when }), ...(sample && { sampleMark: t('sample.mark') }) }} byHand={inWeChat()} />
      ) : null}
    </Sheet>
  );
}
