import type { History } from '@yunhui/contracts';
import { putHistory } from './apply-frame.js';
import type { FollowedTopics } from './followed-topics.js';
import { type HubHttp, topicPath } from './hub-http.js';
import { RequestRefused } from './request-refused.js';
import type { Settings } from './settings.js';
import type { TicketDesk } from './ticket-desk.js';

/** What was said before, page by page, put in front of what is shown. */
export class OlderEntries {
  constructor(
    private readonly topics: FollowedTopics,
    private readonly http: HubHttp,
    private readonly tickets: TicketDesk,
    private readonly settings: Settings,
  ) {}

  /** Whether there is more. A page with nothing to show in it is passed over. */
  async load(name: string): Promise<boolean> {
    const { entries, seq, restarted } = this.topics.viewOf(name);
    let before: number | null = entries[0]?.seq ?? seq + 1;
    while (before !== null) {
      const page: History = await this.#page(name, before);
      const shown = this.topics.viewOf(name);
      if (shown.restarted !== restarted) return true;
      this.topics.change(name, (replica) => putHistory(replica, page.items, this.settings.entriesKeptWithHistory));
      before = page.before;
      if (this.topics.viewOf(name).entries !== shown.entries) break;
    }
    return before !== null;
  }

  async #page(name: string, before: number): Promise<History> {
    const path = topicPath(name, 'messages', { before, limit: this.settings.historyPage });
    const open = await this.http.get<History>(path);
    if (open.status === 'fresh') return open.value;
    const hidden = open.status === 'refused' && open.refusal.retry !== 'later';
    const got = hidden ? await this.http.get<History>(path, { ticket: await this.tickets.current().catch(() => undefined) }) : open;
    if (got.status === 'fresh') return got.value;
    throw new RequestRefused(got.status === 'refused' ? got.refusal : { code: 'busy', retry: 'later' });
  }
}
