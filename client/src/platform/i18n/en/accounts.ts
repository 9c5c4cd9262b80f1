import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/accounts.js';

export const words: WordsOf<typeof chinese> = {
  'account.signOut': 'Sign out',
  'account.title': 'Sign in',
  'account.lead': 'For hosts, reviewers and organisers. Watching and chatting need no account.',
  'account.login': 'Account',
  'account.password': 'Password',
  'account.submit': 'Sign in',
  'account.submitting': 'Signing in',
  'account.guestAs': 'Guest: {{name}}',
  'account.roles': 'As {{roles}}',
  'account.role.host': 'host',
  'account.role.reviewer': 'reviewer',
  'account.role.moderator': 'moderator',
  'account.role.operator': 'organiser',
  'account.toDesk': 'To the moderation desk',
  'account.toReviews': 'To the review of activities',
  'account.toHost': 'Go to my sources',
  'account.toLobby': 'To the lobby',
};
