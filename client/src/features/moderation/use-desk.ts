import type { RejectionRule, User } from '@yunhui/contracts';
import { useMemo, useState } from 'react';
import { provinces } from '../../ui/element/elements.js';
import type { Desk, DeskSheet } from './desk.context.js';
import { mayDecide, queuesOf } from './desk.rules.js';
import { useQueueDesk } from './queue/use-queue-desk.js';
import type { DeskAddress } from './use-desk-address.js';
import { suggestedRule } from './verdict/rule.rules.js';
import { useVerdictDesk } from './verdict/use-verdict-desk.js';

const provinceKeys = provinces.map(({ key }) => key);

/** The desk of one moderator, put together once for the page; which sheet lies over it is told beside. */
export function useDeskOf(me: User, address: DeskAddress): { desk: Desk; sheet: DeskSheet | undefined } {
  const [sheet, setSheet] = useState<DeskSheet>();
  const [chosen, setChosen] = useState<{ id: string; rule: RejectionRule }>();
  const queues = useMemo(() => queuesOf(me.grants, provinceKeys), [me.grants]);
  const queue = useQueueDesk(me.id, address, queues);
  const verdicts = useVerdictDesk(queue);
  const desk = useMemo<Desk>(
    () => ({
      me,
      decides: mayDecide(me.grants),
      queue,
      verdicts,
      ruleFor: (item) => (chosen?.id === item.id ? chosen.rule : suggestedRule(item)),
      chooseRule: ({ id }, rule) => setChosen({ id, rule }),
      open: setSheet,
    }),
    [me, queue, verdicts, chosen],
  );
  return { desk, sheet };
}
