import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { pictureControl } from '../../../ui/picture-control.js';
import { changeDanmaku, useDanmakuOn } from './danmaku-settings.js';
import styles from './danmaku.module.css';

const DanmakuSheet = lazy(async () => ({ default: (await import('./danmaku-sheet.js')).DanmakuSheet }));

/** 弹 on and off, and how: two buttons for the player's bar. The sheet is the page's: the bar fades and has colours of its own. */
export function DanmakuControls() {
  const { t } = useWords();
  const { on, still } = useDanmakuOn();
  const [open, setOpen] = useState(false);
  const why = still && t(`danmaku.${still}`);
  const sheet = (
    <Suspense>
      <DanmakuSheet close={() => setOpen(false)} />
    </Suspense>
  );
  return (
    <>
      <button
        type="button"
        className={pictureControl}
        aria-pressed={on}
        aria-label={t('danmaku.show')}
        disabled={still !== undefined}
        title={why}
        onClick={() => changeDanmaku({ on: !on })}
      >
        <span className={styles.glyph} data-on={on || undefined} aria-hidden="true">
          弹
        </span>
      </button>
      {on ? (
        <button type="button" className={pictureControl} aria-label={t('danmaku.settings')} onClick={() => setOpen(true)}>
          <SlidersHorizontal {...icon()} />
        </button>
      ) : null}
      {open ? createPortal(sheet, document.body) : null}
    </>
  );
}
