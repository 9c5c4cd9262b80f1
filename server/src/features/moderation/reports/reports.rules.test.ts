import { ReportReason } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { riskOf } from './reports.rules.js';

describe('reports of one thing', () => {
  test.each([
    [['ad'], 1, 'low'],
    [['ad', 'rumour'], 2, 'medium'],
    [['other'], 4, 'medium'],
    [['other'], 5, 'high'],
    [['minors'], 1, 'high'],
    [['ad', 'dangerous'], 2, 'high'],
  ] as const)('for %j by %i people are of %s risk', (reasons, reporters, risk) => {
    expect(riskOf(reasons, reporters)).toBe(risk);
  });

  test('are of some risk for every reason there is', () => {
    for (const reason of ReportReason.options) expect(['high', 'low']).toContain(riskOf([reason], 1));
  });
});
