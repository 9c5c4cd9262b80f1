import { Link, useRouter } from '@tanstack/react-router';
import { ChangePasswordPanel } from '../features/accounts/change-password-panel.js';
import { IdentityPanel } from '../features/accounts/identities/identity-panel.js';
import { PendingPanel } from '../features/accounts/identities/pending-panel.js';
import { ProviderWay } from '../features/accounts/identities/provider-way.js';
import { PhonePanel } from '../features/accounts/phones/phone-panel.js';
import { PhoneWay } from '../features/accounts/phones/phone-way.js';
import { SignInForm } from '../features/accounts/sign-in-form.js';
import { SignInsPanel } from '../features/accounts/sign-ins-panel.js';
import { SignedInPanel } from '../features/accounts/signed-in-panel.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayOpenCampaigns } from '../features/campaigns/campaigns.rules.js';
import { mayKeepHub } from '../features/mail/mail.rules.js';
import { mayEnterDesk } from '../features/moderation/desk.rules.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { mayAppoint } from '../features/staff/staff.rules.js';
import { mayHost } from '../features/streams/hosting/hosting.rules.js';
import { mayKeepWebhooks } from '../features/webhooks/webhooks.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { toast } from '../ui/toast.js';
import styles from './sign-in-page.module.css';

/** Signing in for who has an account; who is signed in sees as whom, and the way out. */
export function SignInPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  const { history } = useRouter();
  usePageTitle(t('account.title'));
  const linked = (to: string) => {
    toast({ words: t('identity.linkDone') });
    history.replace(to);
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('account.title')}</h1>
      <p>{t('account.lead')}</p>
      {viewer?.kind === 'account' ? (
        <>
          <SignedInPanel viewer={viewer} />
          <PendingPanel user={viewer} done={linked} />
          <IdentityPanel key={`identity ${viewer.id}`} user={viewer.id} />
          <PhonePanel key={`phone ${viewer.id}`} user={viewer.id} />
          <ChangePasswordPanel key={`password ${viewer.id}`} user={viewer.id} />
          <SignInsPanel key={viewer.id} />
        </>
      ) : (
        <>
          <PendingPanel user={undefined} done={linked} />
          <SignInForm guest={viewer ?? undefined} />
          <ProviderWay />
          <PhoneWay />
          <Link to="/apply" className={styles.back}>
            {t('account.toApply')}
          </Link>
        </>
      )}
      {viewer && mayEnterDesk(viewer.grants) ? (
        <Link to="/desk/moderation" className={styles.back}>
          {t('account.toDesk')}
        </Link>
      ) : null}
      {viewer && mayEnterReviews(viewer.grants) ? (
        <Link to="/desk/review" className={styles.back}>
          {t('account.toReviews')}
        </Link>
      ) : null}
      {viewer && mayEnterReviews(viewer.grants) ? (
        <Link to="/desk/units" className={styles.back}>
          {t('account.toUnits')}
        </Link>
      ) : null}
      {viewer && mayEnterReviews(viewer.grants) ? (
        <Link to="/desk/applications" className={styles.back}>
          {t('account.toApplications')}
        </Link>
      ) : null}
      {viewer && mayOpenCampaigns(viewer.grants) ? (
        <Link to="/desk/campaigns" className={styles.back}>
          {t('account.toCampaigns')}
        </Link>
      ) : null}
      {viewer && mayAppoint(viewer.grants) ? (
        <Link to="/desk/staff" className={styles.back}>
          {t('account.toStaff')}
        </Link>
      ) : null}
      {viewer && mayKeepWebhooks(viewer.grants) ? (
        <Link to="/desk/webhooks" className={styles.back}>
          {t('account.toWebhooks')}
        </Link>
      ) : null}
      {viewer && mayKeepHub(viewer.grants) ? (
        <Link to="/desk/mail" className={styles.back}>
          {t('account.toMail')}
        </Link>
      ) : null}
      {viewer && mayHost(viewer.grants) ? (
        <Link to="/host" className={styles.back}>
          {t('account.toHost')}
        </Link>
      ) : null}
      <Link to="/" className={styles.back}>
        {t('account.toLobby')}
      </Link>
    </div>
  );
}
