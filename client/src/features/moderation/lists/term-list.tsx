import type { ScreeningTerm } from '@yunhui/contracts';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';
import { ListBody } from './list-body.js';
import styles from './lists.module.css';
import { TermSheet } from './term-form.js';
import { useDropTerm, useKeepTerm, useTerms } from './use-lists.js';

/** The terms that are looked for. What is taken out can be put back at once. */
export function TermList({ words }: { words: string }) {
  const { t, category } = useDeskWords();
  const [open, setOpen] = useState<{ term: ScreeningTerm | undefined }>();
  const list = useTerms(words);
  const drop = useDropTerm();
  const keep = useKeepTerm();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const dropped = (term: ScreeningTerm) =>
    drop.mutate(term.id, {
      onSuccess: () =>
        toast({ words: t('lists.dropped', { word: term.term }), action: { label: t('desk.undo'), act: () => keep.mutate(term) } }),
      onError: () => toast({ words: t('lists.notSent') }),
    });
  return (
    <ListBody list={list} count={items.length} add={() => setOpen({ term: undefined })} addWords={t('lists.term.add')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('lists.term')}</th>
            <th scope="col">{t('lists.category')}</th>
            <th scope="col">{t('lists.level')}</th>
            <th scope="col">{t('lists.action')}</th>
            <th scope="col">
              <span className="unseen">{t('lists.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((term) => (
            <tr key={term.id}>
              <th scope="row">{term.term}</th>
              <td>{category(term.category)}</td>
              <td className="num">{term.level}</td>
              <td>{t(`lists.action.${term.action}`)}</td>
              <td className={styles.acts}>
                <Button onClick={() => setOpen({ term })}>{t('lists.change')}</Button>
                <button type="button" aria-label={t('lists.drop', { word: term.term })} onClick={() => dropped(term)}>
                  <Trash2 {...icon(18)} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <TermSheet term={open.term} close={() => setOpen(undefined)} /> : null}
    </ListBody>
  );
}
