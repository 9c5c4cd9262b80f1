import { lazy } from 'react';
import { loadWords } from '../../../platform/i18n/index.js';

/** Sheets that few ever open: their code and their words come with the first of them. */
export const LateReportSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('./report-sheet.js'), loadWords('people')]);
  return { default: sheet.ReportSheet };
});
export const LateAppealSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('./appeal-sheet.js'), loadWords('people')]);
  return { default: sheet.AppealSheet };
});
export const LateTreatSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('./treat-sheet.js'), loadWords('people')]);
  return { default: sheet.TreatSheet };
});
