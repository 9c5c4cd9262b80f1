import { Suspense } from 'react';
import { LateAppealSheet, LateReportSheet, LateTreatSheet } from './late-sheets.js';
import { closeSheet, useOpenSheet } from './open-sheet.js';
import { useViewerHere } from './viewer-here.context.js';

/** Draws what was opened from a message or in the composer's place. */
export function PeopleSheets() {
  const sheet = useOpenSheet();
  const { viewer, naming } = useViewerHere();
  if (!sheet) return null;
  return (
    <Suspense>
      {sheet.kind === 'appeal' ? <LateAppealSheet of={sheet.of} close={closeSheet} /> : null}
      {sheet.kind === 'treat' ? <LateTreatSheet message={sheet.message} close={closeSheet} /> : null}
      {sheet.kind === 'report' ? (
        <LateReportSheet
          target={{ kind: 'message', topic: sheet.message.topic, id: sheet.message.id }}
          what={`${sheet.message.author.name}：${sheet.message.text}`}
          naming={viewer ? undefined : naming}
          close={closeSheet}
        />
      ) : null}
    </Suspense>
  );
}
