import Share2 from 'lucide-react/icons/share-2';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import type { ShareTarget } from './share-target.js';

const ShareSheet = lazy(async () => ({ default: (await import('./share-sheet.js')).ShareSheet }));

/** Opens the share sheet. What draws posters and codes comes when it is first opened. */
export function ShareButton({ target }: { target: ShareTarget }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-label={t('share.title')} onClick={() => setOpen(true)}>
        <Share2 {...icon(18)} />
        <span data-word>{t('share.title')}</span>
      </Button>
      {open ? (
        <Suspense>
          <ShareSheet target={target} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
