import type { ScreeningAction, ScreeningTerm } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { useDeskWords } from '../use-desk-words.js';
import { categories, screeningActions } from './list-words.rules.js';
import { useKeepTerm } from './use-lists.js';

/** A new term has a name that no other has. */
const newTerm = (): ScreeningTerm => ({ id: `m-${crypto.randomUUID()}`, term: '', category: 'ad', level: 1, action: 'hold' });

/** A term and what is done with a message in which it stands: a new one, or one that is changed. */
export function TermSheet({ term, close }: { term: ScreeningTerm | undefined; close: () => void }) {
  const { t, problem, category } = useDeskWords();
  const [draft, setDraft] = useState(() => term ?? newTerm());
  const keep = useKeepTerm();
  const change = (changes: Partial<ScreeningTerm>) => setDraft({ ...draft, ...changes });
  const send = () => keep.mutate({ ...draft, term: draft.term.trim() }, { onSuccess: close });
  return (
    <Sheet title={t(term ? 'lists.term.change' : 'lists.term.add')} close={close}>
      <Form send={send}>
        <Field label={t('lists.term')}>
          <input required maxLength={64} value={draft.term} onChange={({ target }) => change({ term: target.value })} />
        </Field>
        <Field label={t('lists.category')}>
          <select value={draft.category} onChange={({ target }) => change({ category: target.value })}>
            {[...new Set([...categories, draft.category])].map((name) => (
              <option key={name} value={name}>
                {category(name)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('lists.level')}>
          <input
            type="number"
            min={0}
            max={4}
            required
            value={draft.level}
            onChange={({ target }) =>
              change({ level: Math.min(4, Math.max(0, Math.round(Number(target.value)))) as ScreeningTerm['level'] })
            }
          />
        </Field>
        <Field label={t('lists.action')}>
          <select value={draft.action} onChange={({ target }) => change({ action: target.value as ScreeningAction })}>
            {screeningActions.map((action) => (
              <option key={action} value={action}>
                {t(`lists.action.${action}`)}
              </option>
            ))}
          </select>
        </Field>
        <Problem>{problem(keep.error, t('lists.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={draft.term.trim() === ''}>
          {t('lists.keep')}
        </Button>
      </Form>
    </Sheet>
  );
}
