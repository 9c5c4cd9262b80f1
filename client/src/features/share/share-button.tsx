import Share2 from 'lucide-react/icons/share-2';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import type { Face } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';

/** What is passed on: a channel, a session, a topic. Its words are in the language of who shares it. */
export type ShareTarget = {
  /** The address within this hub, `/channels/guizhou`. */
  path: string;
  title: string;
  /** Whose it is: the channel, the region, the campaign. */
  place: string;
  when?: string;
  face: Face;
  sample?: boolean;
};

const ShareSheet = lazy(async () => ({ default: (await import('./share-sheet.js')).ShareSheet }));

/** Opens the share sheet. What draws posters and codes comes when it is first opened. */
export function ShareButton({ target }: { target: ShareTarget }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Share2 {...icon(18)} />
        {t('share.title')}
      </Button>
      {open ? (
        <Suspense>
          <ShareSheet target={target} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
