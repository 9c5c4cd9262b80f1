import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { Sheet } from '../../../ui/sheet.js';
import { changeDanmaku, useDanmakuOn, useDanmakuSettings } from './danmaku-settings.js';
import { choices, leastOpacity } from './danmaku.rules.js';
import styles from './danmaku.module.css';

function Choice<Key extends keyof typeof choices>({ of }: { of: Key }) {
  const { t } = useWords();
  const settings = useDanmakuSettings();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t(`danmaku.${of}` as 'danmaku.density')}</legend>
      {choices[of].map((each) => (
        <label key={each}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={settings[of] === each}
            onChange={() => changeDanmaku({ [of]: each })}
          />
          <span>{t(`danmaku.${of}.${each}` as 'danmaku.density.few')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SettingsSheet({ close }: { close: () => void }) {
  const { t } = useWords();
  const { opacity, withChat } = useDanmakuSettings();
  return (
    <Sheet title={t('danmaku.settings')} close={close}>
      <Choice of="area" />
      <Choice of="density" />
      <Choice of="size" />
      <Choice of="speed" />
      <label className={styles.slider}>
        <span>{t('danmaku.opacity')}</span>
        <input
          type="range"
          min={leastOpacity}
          max={100}
          step={10}
          value={opacity}
          onChange={({ target }) => changeDanmaku({ opacity: target.valueAsNumber })}
        />
        <span className="num">{opacity}%</span>
      </label>
      <label className={styles.check}>
        <input type="checkbox" checked={withChat} onChange={({ target }) => changeDanmaku({ withChat: target.checked })} />
        {t('danmaku.withChat')}
      </label>
    </Sheet>
  );
}

/** 弹 on and off, and how: two buttons for the player's bar. The sheet is the page's: the bar fades and has colours of its own. */
export function DanmakuControls({ className }: { className?: string | undefined }) {
  const { t } = useWords();
  const { on, still } = useDanmakuOn();
  const [open, setOpen] = useState(false);
  const why = still && t(`danmaku.${still}`);
  return (
    <>
      <button
        type="button"
        className={className ?? styles.control}
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
        <button type="button" className={className ?? styles.control} aria-label={t('danmaku.settings')} onClick={() => setOpen(true)}>
          <SlidersHorizontal {...icon()} />
        </button>
      ) : null}
      {open ? createPortal(<SettingsSheet close={() => setOpen(false)} />, document.body) : null}
    </>
  );
}
