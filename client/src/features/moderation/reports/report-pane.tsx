import type { HouseRule, ReportGroup } from '@yunhui/contracts';
import Flag from 'lucide-react/icons/flag';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { useDesk } from '../desk.context.js';
import { RiskMark } from '../list/risk-mark.js';
import { useRooms } from '../rooms/use-rooms.js';
import { useDeskWords } from '../use-desk-words.js';
import { houseRules } from '../verdict/house.rules.js';
import { DecisionCard, DecisionList } from './decision-list.js';
import styles from './reports.module.css';
import { useDecideReport, useReports } from './use-reports.js';

/** What the reporters’ reasons come to: the rule that is proposed. */
const proposedRule: Record<ReportGroup['reasons'][number]['reason'], HouseRule> = {
  ad: 'ad',
  fraud: 'fraud',
  abuse: 'flame',
  sexual: 'sexual',
  rumour: 'rumour',
  privacy: 'privacy',
  minors: 'minors',
  dangerous: 'threat',
  copyright: 'other',
  other: 'other',
};

/** Upholding takes a message back by a rule; dismissing leaves it as it is. The reporters hear of either. */
function ReportActs({ group }: { group: ReportGroup }) {
  const { t } = useDeskWords();
  const { id, version, target, reasons, gone } = group;
  const [rule, setRule] = useState<HouseRule>(proposedRule[reasons[0]?.reason ?? 'other']);
  const decide = useDecideReport();
  const say = (verdict: 'upheld' | 'dismissed') =>
    decide.mutate({ id, said: verdict === 'upheld' ? { version, verdict, rule } : { version, verdict } });
  return (
    <div className={styles.acts}>
      <select aria-label={t('reports.rule')} value={rule} onChange={({ target: { value } }) => setRule(value as HouseRule)}>
        {houseRules.map((name) => (
          <option key={name} value={name}>
            {t(`house.${name}`)}
          </option>
        ))}
      </select>
      <Button look="primary" busy={decide.isPending} onClick={() => say('upheld')}>
        {t(target.kind === 'message' && !gone ? 'reports.retract' : 'reports.uphold')}
      </Button>
      <Button busy={decide.isPending} onClick={() => say('dismissed')}>
        {t('reports.dismiss')}
      </Button>
    </div>
  );
}

/** Where it was said, or played; of a room that is not among those on the desk the name that programs use. */
function useRoomOf({ topic, channel }: ReportGroup): string | undefined {
  const { place } = useDeskWords();
  const { data } = useRooms();
  const name = topic ?? (channel && `room:${channel}`);
  const room = data?.items.find((one) => one.topic === name);
  return room ? place(room) : name;
}

function Report({ group }: { group: ReportGroup }) {
  const { t, clock } = useDeskWords();
  const room = useRoomOf(group);
  const { decides } = useDesk();
  const { risk, text, author, reporters, reasons, notes, gone, target, firstAt } = group;
  return (
    <DecisionCard mark={<RiskMark risk={risk} />}>
      <p className={styles.text}>
        {author ? <b>{author.name}</b> : null} {text}
      </p>
      <p className={styles.meta}>
        {room ? `${room} · ` : ''}
        {t(`reports.kind.${target.kind}`)} · {t('reports.by', { count: reporters })} · {clock(Date.parse(firstAt))} ·{' '}
        {reasons.map(({ reason, count }) => `${t(`reason.${reason}`)} ×${count}`).join(t('axis.comma'))}
        {gone ? ` · ${t('reports.gone')}` : ''}
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.words}>
          {note}
        </p>
      ))}
      {decides ? <ReportActs group={group} /> : null}
    </DecisionCard>
  );
}

/** What viewers have reported: the most reported first. */
export function ReportPane() {
  const { t } = useDeskWords();
  return (
    <DecisionList
      asked={useReports()}
      none={
        <EmptyState icon={<Flag {...icon(32)} />} title={t('reports.none.title')}>
          {t('reports.none.body')}
        </EmptyState>
      }
      row={(group) => <Report key={group.id} group={group} />}
    />
  );
}
