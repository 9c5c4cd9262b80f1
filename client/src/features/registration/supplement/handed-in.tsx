import type { Supplement } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import formStyles from '../form/form.module.css';
import { MeasuredPanel } from './measured-panel.js';
import { SupplementShown } from './supplement-shown.js';
import { SupplementTimePanel } from './supplement-time.js';
import { useSupplementSteps } from './use-supplement.js';

/** A supplement that is not written any more: as it was handed in, or as far as it had come when it locked. */
export function HandedIn({ supplement }: { supplement: Supplement }) {
  const { t, day, clock, problem } = useWords();
  const { reopen } = useSupplementSteps();
  const { filing, version, standing, handedIn } = supplement;
  const at = handedIn ? Date.parse(handedIn.at) : 0;
  return (
    <div className={formStyles.desk}>
      <div className={formStyles.side}>
        <section className={formStyles.panel}>
          <h2>{t(`supplement.standing.${standing}`)}</h2>
          <p>
            {handedIn
              ? t('supplement.handedIn.by', { name: handedIn.by, time: `${day(at)} ${clock(at)}` })
              : t('supplement.handedIn.never')}
          </p>
          {standing === 'handed-in' ? (
            <>
              <p className={formStyles.help}>{t('supplement.reopen.body')}</p>
              <Button
                busy={reopen.isPending}
                onClick={() => reopen.mutate({ id: filing, version }, { onSuccess: () => toast({ words: t('supplement.reopen.done') }) })}
              >
                {t('supplement.reopen.reopen')}
              </Button>
              <Problem>{problem(reopen.error, t('supplement.reopen.failed'))}</Problem>
            </>
          ) : (
            <p className={formStyles.help}>{t('supplement.locked.body')}</p>
          )}
        </section>
        <SupplementTimePanel supplement={supplement} />
        <MeasuredPanel measured={supplement.measured} />
      </div>
      <div className={formStyles.fields}>
        <section className={formStyles.panel} aria-labelledby="supplement-shown">
          <h2 id="supplement-shown">{t('supplement.shown')}</h2>
          <SupplementShown content={supplement.content} />
        </section>
      </div>
    </div>
  );
}
