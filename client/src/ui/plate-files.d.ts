declare module 'virtual:plate-files' {
  /** Where the drawing of each kind lies (build/plate-files.ts). */
  export const plateFiles: Record<import('@yunhui/domain').PlateKind, string>;
}
