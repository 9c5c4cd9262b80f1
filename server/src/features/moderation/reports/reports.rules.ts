import type { ReportReason } from '@yunhui/contracts';

/** Reasons that cannot wait for a second report. */
const grave: readonly ReportReason[] = ['minors', 'dangerous', 'sexual', 'fraud'];
const manyReporters = 5;

/** How soon moderators should look: for a grave reason or many reporters at once, for several soon. */
export function riskOf(reasons: readonly ReportReason[], reporters: number): 'high' | 'medium' | 'low' {
  if (reporters >= manyReporters || reasons.some((reason) => grave.includes(reason))) return 'high';
  return reporters > 1 ? 'medium' : 'low';
}
