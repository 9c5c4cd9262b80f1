import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useShortcutsOn } from '../../../platform/shortcuts.js';
import { Sheet } from '../../../ui/sheet.js';
import { loadWords } from '../../../platform/i18n/index.js';
import { choosePlayer, usePlayerChoices } from '../../../platform/player-choices.js';
import type { Quality, Sound } from '../engine/engine.js';
import type { Caption } from '../use-captions.js';
import type { StatisticsPanelProps } from './statistics-panel.js';
import styles from './settings-sheet.module.css';

export type PlayerSettingsProps = {
  qualities: readonly Quality[];
  height: number | undefined;
  chooseHeight: (height: number | undefined) => void;
  sounds: readonly Sound[];
  sound: string | undefined;
  chooseSound: (name: string) => void;
  captions: readonly Caption[];
  shown: string;
  chooseCaption: (language: string) => void;
  audioOnly: boolean;
  listenOnly: (on: boolean) => void;
  /** What plays, in numbers: asked again and again while somebody looks. */
  figures: Omit<StatisticsPanelProps, 'video'> & { video: HTMLVideoElement | null };
  /** Beside the settings: to report what plays. */
  report?: ReactNode;
};

function Choice({ name, label, chosen, choose }: { name: string; label: string; chosen: boolean; choose: () => void }) {
  return (
    <label className={styles.row}>
      <input type="radio" name={name} checked={chosen} onChange={choose} />
      {label}
    </label>
  );
}

function Switch({ label, on, set }: { label: ReactNode; on: boolean; set: (on: boolean) => void }) {
  return (
    <label className={styles.row}>
      <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Qualities({ qualities, height, chooseHeight }: Pick<PlayerSettingsProps, 'qualities' | 'height' | 'chooseHeight'>) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className={styles.part}>
      <legend>{t('player.quality')}</legend>
      <Choice name={name} label={t('player.quality.auto')} chosen={height === undefined} choose={() => chooseHeight(undefined)} />
      {qualities.map((quality) => (
        <Choice
          key={`${quality.height} ${quality.bitsPerSecond}`}
          name={name}
          label={`${quality.height}P`}
          chosen={height === quality.height}
          choose={() => chooseHeight(quality.height)}
        />
      ))}
    </fieldset>
  );
}

/** Languages and commentaries, by the names that the source gives them. */
function Sounds({ sounds, sound = sounds[0]?.name, chooseSound }: Pick<PlayerSettingsProps, 'sounds' | 'sound' | 'chooseSound'>) {
  const { t } = useWords();
  const group = useId();
  return (
    <fieldset className={styles.part}>
      <legend>{t('player.sound')}</legend>
      {sounds.map(({ name }) => (
        <Choice key={name} name={group} label={name} chosen={sound === name} choose={() => chooseSound(name)} />
      ))}
    </fieldset>
  );
}

function CaptionChoices({ captions, shown, chooseCaption }: Pick<PlayerSettingsProps, 'captions' | 'shown' | 'chooseCaption'>) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className={styles.part}>
      <legend>{t('player.captions')}</legend>
      <Choice name={name} label={t('player.captions.off')} chosen={shown === 'off'} choose={() => chooseCaption('off')} />
      {captions.map(({ language, label }) => (
        <Choice key={language} name={name} label={label} chosen={shown === language} choose={() => chooseCaption(language)} />
      ))}
    </fieldset>
  );
}

const StatisticsPanel = lazy(async () => {
  const [panel] = await Promise.all([import('./statistics-panel.js'), loadWords('statistics')]);
  return { default: panel.StatisticsPanel };
});

function Figures({ figures: { video, ...figures } }: Pick<PlayerSettingsProps, 'figures'>) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!video) return null;
  return (
    <details className={styles.part} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('player.statistics')}</summary>
      <Suspense>{open ? <StatisticsPanel video={video} {...figures} /> : null}</Suspense>
    </details>
  );
}

/** Quality, captions, what saves data, and the keys. */
export function SettingsSheet({ close, ...props }: PlayerSettingsProps & { close: () => void }) {
  const { t } = useWords();
  const { lowData, reports } = usePlayerChoices();
  const shortcuts = useShortcutsOn();
  return (
    <Sheet title={t('player.settings')} close={close}>
      {props.qualities.length > 1 && !lowData && !props.audioOnly ? <Qualities {...props} /> : null}
      {props.sounds.length > 1 ? <Sounds {...props} /> : null}
      {props.captions.length > 0 ? <CaptionChoices {...props} /> : null}
      <fieldset className={styles.part}>
        <legend>{t('player.saving')}</legend>
        <Switch label={t('player.lowData.why')} on={lowData} set={(on) => choosePlayer({ lowData: on })} />
        <Switch label={t('player.audioOnly')} on={props.audioOnly} set={props.listenOnly} />
      </fieldset>
      <fieldset className={`${styles.part} ${styles.keys}`}>
        <legend>{t('player.keys')}</legend>
        <Switch label={t('player.keys.on')} on={shortcuts.on} set={shortcuts.set} />
        <p>{t('player.keys.list')}</p>
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('player.reports')}</legend>
        <Switch label={t('player.reports.why')} on={reports} set={(on) => choosePlayer({ reports: on })} />
      </fieldset>
      <Figures figures={props.figures} />
      {props.report}
    </Sheet>
  );
}
