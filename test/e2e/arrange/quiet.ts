import { putAsOperator } from './operator.js';

/** Sets the demo campaign to 静默, or back. */
export const beQuiet = (address: string, on: boolean): Promise<void> => putAsOperator(address, 'campaigns/kepuri-2023/quiet', { on });
