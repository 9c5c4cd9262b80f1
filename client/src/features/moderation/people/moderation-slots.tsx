import { Suspense, type ReactNode } from 'react';
import { AppealButton } from './appeal-button.js';
import { LateSilentNote } from './late-silent-note.js';
import { MessageTools } from './message-tools.js';
import type { ToldMessage } from './told-message.js';

/** A row of a conversation, of which only this is needed here. */
type Row = { topic: string; seq: number; message: { id: string; text: string; author: { id: string; name: string } } };

const toldOf = ({ topic, seq, message: { id, text, author } }: Row): ToldMessage => ({ topic, seq, id, text, author });

/** What pages put into a conversation about how it is kept. The same object for good, so that no row is drawn again for it. */
export const moderationSlots = {
  ofMessage: (row: Row): ReactNode => <MessageTools message={toldOf(row)} />,
  ofRejected: (id: string): ReactNode => <AppealButton of={{ kind: 'message', id }} />,
  whileSilent: (topic: string, until: number | undefined): ReactNode => (
    <Suspense>
      <LateSilentNote topic={topic} until={until} />
    </Suspense>
  ),
};
