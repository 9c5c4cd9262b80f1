import { useEffect } from 'react';
import { useTranslation } from './i18n/use-translation.js';

/** Names the page in the tab, the history and to screen readers; the part that differs comes first. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const app = t('app.name');
  useEffect(() => {
    document.title = title ? `${title} · ${app}` : app;
  }, [title, app]);
}
