import writeExcelFile from 'write-excel-file/universal';

const columnWidth = 22;

/** The same lines as a workbook: all of it text, so that nothing in it is ever a formula. */
export async function workbookFile([heads = [], ...rows]: readonly (readonly string[])[]): Promise<Blob> {
  const text = (value: string) => (value === '' ? null : { value, type: String, wrap: true });
  const sheet = [heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(text))];
  const columns = heads.map(() => ({ width: columnWidth }));
  return writeExcelFile(sheet, { sheet: '重点活动安排表', stickyRowsCount: 1, columns }).toBlob();
}
