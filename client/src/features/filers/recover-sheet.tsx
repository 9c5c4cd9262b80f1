import type { UnitFiler } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { LinkSheet } from '../../ui/link-sheet.js';
import { Sheet } from '../../ui/sheet.js';
import type { UnitActs } from './use-units.js';

/** A link for a new password: asked for first, because whoever has it is the account's owner; then told, once. */
export function RecoverSheet({
  filer: { id, name },
  recover,
  close,
}: {
  filer: UnitFiler;
  recover: UnitActs['recover'];
  close: () => void;
}) {
  const { t, problem } = useWords();
  const title = t('filers.recoverWho', { name });
  const issued = recover.variables === id ? recover.data : undefined;
  const leave = () => {
    recover.reset();
    close();
  };
  if (issued) return <LinkSheet title={title} path="/recover" link={issued} close={leave} />;
  return (
    <Sheet title={title} close={leave}>
      <Form send={() => recover.mutate(id)}>
        <p>{t('filers.recoverBody')}</p>
        <Problem>{problem(recover.error, t('filers.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={recover.isPending}>
          {t('filers.issue')}
        </Button>
      </Form>
    </Sheet>
  );
}
