import Download from 'lucide-react/icons/download';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { buttonClass } from '../button.js';
import { icon } from '../icon.js';
import { drawPoster, posterSize, type PosterContent } from './draw-poster.js';
import styles from './poster.module.css';

const quality = 0.92;

/**
 * A poster as a picture that can be kept: held on to where `byHand` (WeChat saves pictures that way and no other),
 * else downloaded. It is an image and no canvas, because only images have that menu.
 */
export function Poster({ content, byHand }: { content: PosterContent; byHand: boolean }) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<{ picture?: string; failed?: true }>({});
  const key = JSON.stringify(content);
  useEffect(() => {
    let gone = false;
    drawPoster(JSON.parse(key) as PosterContent).then(
      (canvas) => gone || setDrawn({ picture: canvas.toDataURL('image/jpeg', quality) }),
      () => gone || setDrawn({ failed: true }),
    );
    return () => {
      gone = true;
    };
  }, [key]);

  if (drawn.failed) return <p role="alert">{t('share.drawFailed')}</p>;
  if (!drawn.picture) return <output className={styles.waiting}>{t('share.drawing')}</output>;
  return (
    <div className={styles.poster}>
      <img src={drawn.picture} {...posterSize} alt={t('share.posterAlt', { title: content.title })} data-poster />
      {byHand ? (
        <p>{t('share.hold')}</p>
      ) : (
        <a className={buttonClass('primary')} href={drawn.picture} download={`${content.title.slice(0, 40)}.jpg`}>
          <Download {...icon(18)} />
          {t('share.download')}
        </a>
      )}
    </div>
  );
}
