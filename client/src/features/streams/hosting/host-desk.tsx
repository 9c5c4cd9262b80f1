import type { ListedLink } from '@yunhui/contracts';
import { useMemo, useRef } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { CheckUpPanel } from './check-up-panel.js';
import styles from './hosting.module.css';
import { HostedList } from './list/hosted-list.js';
import { linkFrom } from './listed-links.js';
import { useCheckUp } from './use-check-up.js';

/** A host's sessions with their links, and the check-up beside them: first on a phone, in sight on a desktop. */
export function HostDesk() {
  const { t } = useWords();
  const { state, check } = useCheckUp();
  const panel = useRef<HTMLDivElement>(null);
  const checked: ListedLink | undefined = useMemo(() => (state.phase === 'done' ? linkFrom(state.outcome) : undefined), [state]);
  const checkListed = (address: string) => {
    check(address);
    panel.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={`wrap ${styles.desk}`}>
      <h1 className="song">{t('hosting.title')}</h1>
      <div ref={panel} className={styles.side}>
        <CheckUpPanel state={state} check={check} />
      </div>
      <HostedList checked={checked} check={checkListed} />
    </div>
  );
}
