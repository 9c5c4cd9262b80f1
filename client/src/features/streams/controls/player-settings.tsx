import Settings2 from 'lucide-react/icons/settings-2';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { icon } from '../../../ui/icon.js';
import { pictureControl } from '../../../ui/picture-control.js';
import type { PlayerSettingsProps } from './settings-sheet.js';

const SettingsSheet = lazy(async () => ({ default: (await import('./settings-sheet.js')).SettingsSheet }));

/** Opens the settings above everything, full screen too. The sheet is the page's: the bar fades and has colours of its own. */
export function PlayerSettings(props: PlayerSettingsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const sheet = (
    <Suspense>
      <SettingsSheet {...props} close={() => setOpen(false)} />
    </Suspense>
  );
  return (
    <>
      <button type="button" className={pictureControl} aria-label={t('player.settings')} onClick={() => setOpen(true)}>
        {props.height === undefined ? <Settings2 {...icon()} /> : <span className="num">{props.height}P</span>}
      </button>
      {open ? createPortal(sheet, document.body) : null}
    </>
  );
}
