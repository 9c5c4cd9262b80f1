import type { Supplement } from '@yunhui/contracts';
import { useEffect, useState } from 'react';
import { isBlank } from '../filing.rules.js';
import formStyles from '../form/form.module.css';
import { HandInPanel } from './hand-in-panel.js';
import { MeasuredPanel } from './measured-panel.js';
import { openSupplement } from './open-supplement.js';
import { SupplementFields } from './supplement-fields.js';
import { SupplementSaving } from './supplement-saving.js';
import { SupplementTimePanel } from './supplement-time.js';

type Props = { supplement: Supplement; reopen: () => void };

/** A supplement that may be written: it saves itself, says what is lacking, and is handed in. */
export function SupplementEditor({ supplement, reopen }: Props) {
  const [draft] = useState(() => openSupplement(supplement));
  const state = draft.use();
  useEffect(() => draft.watch(), [draft]);
  // What nobody has come to yet is no mistake, until one wants to hand it in.
  const [insists, setInsists] = useState(false);
  const { kept, content } = state;
  return (
    <div className={formStyles.desk}>
      <SupplementSaving draft={draft} state={state} reopen={reopen} />
      <div className={formStyles.side}>
        <SupplementTimePanel supplement={kept} />
        <MeasuredPanel measured={kept.measured} />
      </div>
      <SupplementFields
        content={content}
        edit={draft.edit}
        findings={kept.findings.filter((finding) => insists || !isBlank(finding))}
        during={draft.during}
      />
      <div className={formStyles.foot}>
        <HandInPanel draft={draft} kept={kept} insist={() => setInsists(true)} />
      </div>
    </div>
  );
}
