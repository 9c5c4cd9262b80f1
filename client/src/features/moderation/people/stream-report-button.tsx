import Flag from 'lucide-react/icons/flag';
import { Suspense, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { LateReportSheet } from './late-sheets.js';

/** Reports what plays on a channel. */
export function StreamReportButton({
  channel,
  session,
  title,
  naming,
}: {
  channel: string;
  session: string | undefined;
  title: string;
  /** Asks who one is, of somebody who has no name yet. */
  naming: ReactNode;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const target = { kind: 'stream', channel, ...(session !== undefined && { session }) } as const;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Flag {...icon(18)} />
        {t('player.report')}
      </Button>
      {open
        ? createPortal(
            <Suspense>
              <LateReportSheet target={target} what={title} naming={naming} close={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
