import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { icon } from '../../../ui/icon.js';
import { Sheet } from '../../../ui/sheet.js';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';
import { ListBody } from './list-body.js';
import styles from './lists.module.css';
import { useDropPhrase, useKeepPhrase, usePhrases } from './use-lists.js';

function PhraseSheet({ close }: { close: () => void }) {
  const { t, problem } = useDeskWords();
  const [phrase, setPhrase] = useState('');
  const keep = useKeepPhrase();
  const send = () => keep.mutate(phrase.trim(), { onSuccess: close });
  return (
    <Sheet title={t('lists.phrase.add')} close={close}>
      <Form send={send}>
        <Field label={t('lists.phrase')}>
          <input required maxLength={64} value={phrase} onChange={({ target }) => setPhrase(target.value)} />
        </Field>
        <Problem>{problem(keep.error, t('lists.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={phrase.trim() === ''}>
          {t('lists.keep')}
        </Button>
      </Form>
    </Sheet>
  );
}

/** The phrases in which listed terms mean no harm. */
export function PhraseList({ words }: { words: string }) {
  const { t } = useDeskWords();
  const [adding, setAdding] = useState(false);
  const list = usePhrases(words);
  const drop = useDropPhrase();
  const keep = useKeepPhrase();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const dropped = (phrase: string) =>
    drop.mutate(phrase, {
      onSuccess: () =>
        toast({ words: t('lists.dropped', { word: phrase }), action: { label: t('desk.undo'), act: () => keep.mutate(phrase) } }),
      onError: () => toast({ words: t('lists.notSent') }),
    });
  return (
    <ListBody list={list} count={items.length} add={() => setAdding(true)} addWords={t('lists.phrase.add')}>
      <ul className={styles.phrases}>
        {items.map(({ phrase }) => (
          <li key={phrase}>
            {phrase}
            <button type="button" aria-label={t('lists.drop', { word: phrase })} onClick={() => dropped(phrase)}>
              <Trash2 {...icon(18)} />
            </button>
          </li>
        ))}
      </ul>
      {adding ? <PhraseSheet close={() => setAdding(false)} /> : null}
    </ListBody>
  );
}
