import { Link } from '@tanstack/react-router';
import FilePlus from 'lucide-react/icons/file-plus';
import { mayFile } from '../features/registration/filing.rules.js';
import { HostDesk } from '../features/streams/hosting/host-desk.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { icon } from '../ui/icon.js';
import { HostOnly } from './host-only.js';

/** The host's sessions and their links. */
export function HostPage() {
  const { t } = useWords();
  usePageTitle(t('hosting.title'));
  return (
    <HostOnly>
      {({ grants }) => (
        <>
          {mayFile(grants) ? (
            <div className="wrap">
              <Link to="/host/filings" className={buttonClass()}>
                <FilePlus {...icon(18)} />
                {t('form.list.title')}
              </Link>
            </div>
          ) : null}
          <HostDesk />
        </>
      )}
    </HostOnly>
  );
}
