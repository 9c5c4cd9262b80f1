import { useId } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Sheet } from '../../../ui/sheet.js';
import { changeDanmaku, useDanmakuSettings } from './danmaku-settings.js';
import { choices, leastOpacity } from './danmaku.rules.js';
import styles from './danmaku-sheet.module.css';

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

/** How danmaku fly on this device. */
export function DanmakuSheet({ close }: { close: () => void }) {
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
