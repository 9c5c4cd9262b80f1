import type { CutStanding as Standing } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import styles from './cuts.module.css';
import { Unreached } from './unreached.js';
import { useCutActs, useCutList } from './use-cut-desk.js';

function OneStanding({ cut }: { cut: Standing }) {
  const { t, clock, pick } = useWords();
  const { undo } = useCutActs();
  return (
    <li>
      <div className={styles.standing}>
        <p>
          <b>
            {t(`cut.target.${cut.target}`)} {pick(cut.title, cut.titleEn)}
          </b>
          <small>
            {clock(Date.parse(cut.at))} · {cut.by.name} · {cut.reason}
            {cut.kept ? '' : ` · ${t('cut.notKept')}`}
          </small>
        </p>
        <Button busy={undo.isPending} onClick={() => undo.mutate(cut)}>
          {t('cut.undo')}
        </Button>
      </div>
      <Unreached left={cut.unreached} />
    </li>
  );
}

/** What is off the air now, and the way back. */
export function CutsStanding() {
  const { t } = useWords();
  const { data } = useCutList();
  if (!data?.items.length) return null;
  return (
    <section>
      <h3>{t('cut.standing')}</h3>
      <ul className={styles.list}>
        {data.items.map((cut) => (
          <OneStanding key={`${cut.target} ${cut.id}`} cut={cut} />
        ))}
      </ul>
    </section>
  );
}
