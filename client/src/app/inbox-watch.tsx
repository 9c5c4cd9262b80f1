import { useViewer } from '../features/accounts/use-viewer.js';
import { UnreadDot } from '../features/inbox/unread-dot.js';

/** Watches the inbox of who is signed in, on every page. */
export function InboxWatch() {
  const { viewer } = useViewer();
  return viewer?.kind === 'account' ? <UnreadDot user={viewer.id} /> : null;
}
