import type { Announce, Announced } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import Megaphone from 'lucide-react/icons/megaphone';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { write } from '../../../platform/http.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';

const mostLetters = 500;

/** Says something to everybody in a room. Its number is kept until it was heard: sent again, it is not said twice. */
export function AnnounceForm({ topic }: { topic: string }) {
  const { t, problem } = useWords();
  const [text, setText] = useState('');
  const [id, setId] = useState(() => crypto.randomUUID());
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: Announce) => write<Announced>(`/topics/${encodeURIComponent(topic)}/announcements`, said),
    onSuccess: () => {
      setText('');
      setId(crypto.randomUUID());
      toast({ words: t('live.announce.done') });
    },
  });
  const change = (words: string) => {
    setText(words);
    setId(crypto.randomUUID()); // other words are another announcement
  };
  return (
    <Form send={() => (text.trim() && !isPending ? mutate({ id, text: text.trim() }) : undefined)}>
      <Field label={t('live.announce.label')}>
        <textarea rows={2} maxLength={mostLetters} value={text} onChange={({ target }) => change(target.value)} />
      </Field>
      <Button look="primary" type="submit" busy={isPending} disabled={!text.trim()}>
        <Megaphone {...icon(18)} />
        {t('live.announce.send')}
      </Button>
      <Problem>{problem(error, t('live.announce.unsent'))}</Problem>
    </Form>
  );
}
