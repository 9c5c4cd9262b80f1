import type { UnitFiler } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import type { UnitActs } from './use-units.js';

/** Asked before somebody files for the unit no longer. */
export function EndSheet({ filer: { id, name }, end, close }: { filer: UnitFiler; end: UnitActs['end']; close: () => void }) {
  const { t, problem } = useWords();
  const send = () =>
    end.mutate(id, {
      onSuccess: () => {
        toast({ words: t('filers.done.ended', { name }) });
        close();
      },
    });
  return (
    <Sheet title={t('filers.endWho', { name })} close={close}>
      <Form send={send}>
        <p>{t('filers.endBody')}</p>
        <Problem>{problem(end.error, t('filers.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={end.isPending}>
          {t('filers.end')}
        </Button>
      </Form>
    </Sheet>
  );
}
