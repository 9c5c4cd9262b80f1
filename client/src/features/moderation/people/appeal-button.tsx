import type { AppealTarget } from '@yunhui/contracts';
import { Suspense, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { LateAppealSheet } from './late-sheets.js';

/** Opens the appeal against one decision. */
export function AppealButton({ of, className }: { of: AppealTarget; className?: string | undefined }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {t('chat.appeal')}
      </button>
      {open ? (
        <Suspense>
          <LateAppealSheet of={of} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
