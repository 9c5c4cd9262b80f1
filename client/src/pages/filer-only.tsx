import FilePlus from 'lucide-react/icons/file-plus';
import type { ReactNode } from 'react';
import { mayFile } from '../features/registration/filing.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { MembersOnly } from './members-only.js';

/** For who files. */
export function FilerOnly({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const words = { reading: t('form.list.reading'), title: t('form.closed.title'), body: t('form.closed.body') };
  return (
    <MembersOnly may={mayFile} sign={FilePlus} words={words}>
      {() => children}
    </MembersOnly>
  );
}
