import type { ErrorCode } from '@yunhui/contracts';
import type { words as shell } from './zh-cn/shell.js';
import type { words as channel } from './zh-cn/channel.js';
import type { words as chat } from './zh-cn/chat.js';
import type { words as accounts } from './zh-cn/accounts.js';
import type { words as matrix } from './zh-cn/matrix.js';
import type { words as schedule } from './zh-cn/schedule.js';
import type { words as topics } from './zh-cn/topics.js';
import type { words as search } from './zh-cn/search.js';
import type { words as elder } from './zh-cn/elder.js';
import type { words as share } from './zh-cn/share.js';
import type { words as reminders } from './zh-cn/reminders.js';
import type { words as people } from './zh-cn/people.js';
import type { words as desk } from './zh-cn/desk.js';
import type { words as cuts } from './zh-cn/cuts.js';
import type { words as statistics } from './zh-cn/statistics.js';
import type { words as hosting } from './zh-cn/hosting.js';
import type { words as live } from './zh-cn/live.js';
import type { words as filers } from './zh-cn/filers.js';
import type { words as links } from './zh-cn/links.js';
import type { words as staff } from './zh-cn/staff.js';
import type { words as campaigns } from './zh-cn/campaigns.js';
import type { words as regions } from './zh-cn/regions.js';
import type { words as apply } from './zh-cn/apply.js';
import type { words as filing } from './zh-cn/filing.js';
import type { words as review } from './zh-cn/review.js';
import type { words as form } from './zh-cn/form.js';
import type { words as sheet } from './zh-cn/sheet.js';
import type { words as inbox } from './zh-cn/inbox.js';
import type { words as programme } from './zh-cn/programme.js';
import type { words as supplement } from './zh-cn/supplement.js';
import type { words as mail } from './zh-cn/mail.js';
import type { words as ways } from './zh-cn/ways.js';
import type { words as webhooks } from './zh-cn/webhooks.js';
import type { words as moderation } from './zh-cn/moderation.js';

/** Every error code has a wording: a code that the catalog lacks does not compile. */
type ErrorWords = Record<`error.${ErrorCode}`, string>;

/** The words that come with the page. */
export type ShellWords = typeof shell & ErrorWords;

/** Every word of the product, as `t` knows them. */
export type AllWords = ShellWords &
  typeof channel &
  typeof chat &
  typeof accounts &
  typeof matrix &
  typeof schedule &
  typeof topics &
  typeof search &
  typeof elder &
  typeof share &
  typeof reminders &
  typeof people &
  typeof desk &
  typeof cuts &
  typeof statistics &
  typeof hosting &
  typeof live &
  typeof filers &
  typeof links &
  typeof staff &
  typeof apply &
  typeof regions &
  typeof campaigns &
  typeof filing &
  typeof review &
  typeof form &
  typeof sheet &
  typeof inbox &
  typeof programme &
  typeof supplement &
  typeof webhooks &
  typeof ways &
  typeof mail &
  typeof moderation;

/** Languages that count one apart (Chinese does not) have these besides. */
type SingularWords<Chinese> = { [Key in keyof Chinese as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string };

/** A catalog: the same keys as the Chinese one. */
export type WordsOf<Chinese> = { [Key in keyof Chinese]: string } & SingularWords<Chinese>;
