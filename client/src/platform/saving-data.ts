/** What a browser may tell of its line; some tell nothing. */
type Line = { connection?: { saveData?: boolean; effectiveType?: string } };

/** Whether the device asks for less data, or has a line that a picture would fill. */
export const isSavingData = (device: object): boolean => {
  const { saveData, effectiveType } = (device as Line).connection ?? {};
  return saveData === true || (effectiveType !== undefined && effectiveType !== '4g');
};
