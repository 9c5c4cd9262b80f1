/** What somebody is told in the app. */
export const words = {
  'inbox.title': 'Notices',
  'inbox.lead': 'What concerns you, the newest first.',
  'inbox.reading': 'Reading the notices',
  'inbox.empty.title': 'No notices yet',
  'inbox.empty.body': 'You are told here when a filing comes back, is approved or published, when it is time to supplement, or when a stream link fails.',
  'inbox.more': 'Earlier notices',
  'inbox.unread': 'Unread',
  'inbox.kind.filing.returned': 'A filing came back: change it as asked',
  'inbox.kind.filing.approved': 'A filing is approved and published in half a minute',
  'inbox.kind.filing.published': 'An activity is published',
  'inbox.kind.stream.failed': 'A stream link does not play: look at it or swap it',
  'inbox.kind.supplement.due': 'An activity has ended: supplement what came of it',
  'inbox.kind.supplement.unlocked': 'A supplement is open again for a time',
  'inbox.untitled': 'Untitled',
  'inbox.closed.title': 'Sign in to read notices',
  'inbox.closed.body': 'Notices go to accounts.',
};
