/** Room for a picture in the grid, which a phone has not, on its side neither; and nobody who asked for less motion. */
export const previewMedia = '(min-width: 768px) and (min-height: 560px) and (prefers-reduced-motion: no-preference)';

/** What a browser may tell of its line; some tell nothing. */
type Line = { connection?: { saveData?: boolean; effectiveType?: string } };

/** Whether the device asks for less data, or has a line that a picture would fill. */
export const isSavingData = (device: object): boolean => {
  const { saveData, effectiveType } = (device as Line).connection ?? {};
  return saveData === true || (effectiveType !== undefined && effectiveType !== '4g');
};
