import Flag from 'lucide-react/icons/flag';
import Shield from 'lucide-react/icons/shield';
import { Suspense, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useOwnStanding } from '../../../platform/standing.js';
import { icon } from '../../../ui/icon.js';
import { LateReportSheet, LateTreatSheet } from './late-sheets.js';
import type { ToldMessage } from './told-message.js';
import { useViewerHere } from './viewer-here.context.js';

/** What one can do about somebody else's message: report it, or, who moderates here, treat it and its author. */
export function MessageTools({ message }: { message: ToldMessage }) {
  const { t } = useWords();
  const { viewer, naming } = useViewerHere();
  const moderates = useOwnStanding(message.topic, viewer)?.moderates ?? false;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const target = { kind: 'message', topic: message.topic, id: message.id } as const;
  const what = `${message.author.name}：${message.text}`;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={moderates ? undefined : t('chat.reportOf', { name: message.author.name })}
      >
        {moderates ? <Shield {...icon(16)} /> : <Flag {...icon(16)} />}
        {t(moderates ? 'chat.treat' : 'chat.report')}
      </button>
      {open ? (
        <Suspense>
          {moderates ? (
            <LateTreatSheet message={message} close={close} />
          ) : (
            <LateReportSheet target={target} what={what} naming={viewer ? undefined : naming} close={close} />
          )}
        </Suspense>
      ) : null}
    </>
  );
}
