import type { QueueFigures, RulePrecision, VerdictTimes } from '@yunhui/contracts';

/** What was added up of one kind. `bucket`: how long it took, an eighth of a doubling each, or of a rule 1 where it was rejected. */
export type Sum = {
  kind: 'outcome' | 'load' | 'rule' | 'treated' | 'mark';
  key: string;
  detail: string;
  bucket: number;
  n: number;
  amount: number;
};
export type Load = { id: string; decided: number; times: VerdictTimes };

const perDoubling = 8;
const of = (sums: readonly Sum[], kind: Sum['kind'], key?: string): Sum[] =>
  sums.filter((sum) => sum.kind === kind && (key === undefined || sum.key === key));
const total = (sums: readonly Sum[]): number => sums.reduce((all, { n }) => all + n, 0);
const amount = (sums: readonly Sum[]): number => sums.reduce((all, sum) => all + sum.amount, 0);

/** What became of held messages. */
export function outcomesOf(sums: readonly Sum[]): Omit<QueueFigures['decided'], 'undone'> {
  const [passed, rejected, expired, withdrawn] = (['passed', 'rejected', 'expired', 'withdrawn'] as const).map((state) =>
    total(of(sums, 'outcome', state)),
  ) as [number, number, number, number];
  return { passed, rejected, expired, withdrawn };
}

/** The middle and the slow end of the verdicts, to 4.5 %: that is how wide a bucket is to either side. */
export function timesOf(sums: readonly Sum[], kind: 'outcome' | 'load' = 'outcome'): VerdictTimes {
  const took = of(sums, kind)
    .filter(({ bucket, n }) => bucket >= 0 && n !== 0)
    .toSorted((one, other) => one.bucket - other.bucket);
  const [p50Ms, p95Ms] = [percentile(took, 0.5), percentile(took, 0.95)];
  return { ...(p50Ms !== undefined && { p50Ms }), ...(p95Ms !== undefined && { p95Ms }) };
}

function percentile(took: readonly Sum[], at: number): number | undefined {
  const reached = total(took) * at;
  let passed = 0;
  for (const { bucket, n } of took) {
    passed += n;
    if (passed >= reached) return Math.round(2 ** (bucket / perDoubling));
  }
  return undefined;
}

/** Of what each rule held, how much somebody decided, and rejected; most decided first. */
export function rulesOf(sums: readonly Sum[], most: number): RulePrecision[] {
  const rules = new Map<string, RulePrecision>();
  for (const { key, detail, bucket, n } of of(sums, 'rule')) {
    const { decided, rejected } = rules.get(key) ?? { decided: 0, rejected: 0 };
    rules.set(key, { rule: key, category: detail, decided: decided + n, rejected: rejected + (bucket === 1 ? n : 0) });
  }
  return first([...rules.values()], ({ decided }) => decided, most);
}

/** What was rejected, refused or retracted, by the rule that its sender was told. */
export function treatedOf(sums: readonly Sum[], most: number): { rule: string; messages: number }[] {
  const rules = of(sums, 'treated').map(({ key, n }) => ({ rule: key, messages: n }));
  return first(rules, ({ messages }) => messages, most);
}

/** Who decided how much, busiest first. */
export function loadsOf(sums: readonly Sum[], most: number): Load[] {
  const theirs = Map.groupBy(of(sums, 'load'), ({ key }) => key);
  const loads = [...theirs].map(([id, load]) => ({ id, decided: total(load), times: timesOf(load, 'load') }));
  return first(loads, ({ decided }) => decided, most);
}

/** Decisions that came second, verdicts taken back, and how much was seen for how long before it was retracted. */
export function marksOf(sums: readonly Sum[]): { collisions: number; undone: number; retracted: number; viewerSeconds: number } {
  const exposures = of(sums, 'mark', 'exposure');
  return {
    collisions: total(of(sums, 'mark', 'collision')),
    undone: total(of(sums, 'mark', 'undo')),
    retracted: total(exposures),
    viewerSeconds: Math.round(amount(exposures)),
  };
}

/** The greatest first; of what was taken back altogether nothing is left. */
function first<Row>(rows: readonly Row[], size: (row: Row) => number, most: number): Row[] {
  return rows
    .filter((row) => size(row) > 0)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, most);
}
