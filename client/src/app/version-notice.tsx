import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../platform/i18n/use-words.js';
import { remember, remembered } from '../platform/memory.js';
import { useConnection } from '../platform/realtime.js';
import { Button } from '../ui/button.js';
import styles from './version-notice.module.css';

/** A page that is outdated again so soon after a reload has no newer one to go to. */
const NOT_AGAIN_MS = 60_000;

function reload(): void {
  if (Date.now() - Number(remembered('reloadedFor') ?? 0) < NOT_AGAIN_MS) return;
  remember('reloadedFor', String(Date.now()));
  location.reload();
}

/** Loads the newer page at the next pause: when this one is put away, or another page is gone to. Drafts are kept on the device. */
function useReloadAtPause(outdated: boolean): void {
  const path = useRouterState({ select: ({ location: { pathname } }) => pathname });
  const since = useRef(path);
  useEffect(() => {
    if (!outdated) since.current = path;
    else if (since.current !== path) reload();
  }, [outdated, path]);
  useEffect(() => {
    if (!outdated) return undefined;
    const onHidden = () => document.hidden && reload();
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  }, [outdated]);
}

/** 有新版本: the hub speaks a newer protocol than this page. What is on the screen stays until a pause, or until one asks for the new. */
export function VersionNotice() {
  const { t } = useWords();
  const connection = useConnection();
  const outdated = connection.status === 'closed' && connection.reason === 'protocol';
  useReloadAtPause(outdated);
  return (
    <div className={styles.place}>
      <output>
        {outdated ? (
          <span className={styles.notice}>
            {t('resume.outdated')}
            <Button look="primary" onClick={() => location.reload()}>
              {t('app.reload')}
            </Button>
          </span>
        ) : null}
      </output>
    </div>
  );
}
