import type { ExportedFilings, SheetCells } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import { read } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { csvFile, exampleRow, linesOf, saveFile } from './files.js';

export type SheetKind = 'xlsx' | 'csv';
type Whose = { organization: string; campaign: string };

/** The template, and what a unit files, as files. */
export function useSheetFiles() {
  const { t } = useWords();
  const hand = async (kind: SheetKind, name: string, rows: readonly SheetCells[]) => {
    const lines = linesOf(rows);
    // What writes workbooks comes with the first one.
    const file = kind === 'csv' ? csvFile(lines) : await (await import('./workbook.js')).workbookFile(lines);
    saveFile(file, `${name}.${kind}`);
  };
  return {
    template: useMutation({ mutationFn: (kind: SheetKind) => hand(kind, t('sheet.template.file'), [exampleRow]) }),
    filed: useMutation({
      mutationFn: async ({ kind, ...whose }: Whose & { kind: SheetKind }) => hand(kind, t('sheet.export.file'), await allOf(whose)),
    }),
  };
}

async function allOf({ organization, campaign }: Whose): Promise<SheetCells[]> {
  const rows: SheetCells[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query = new URLSearchParams({ organization, campaign, ...(cursor && { cursor }) });
    const page: ExportedFilings = await read<ExportedFilings>(`/filings/exports?${query.toString()}`);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}
