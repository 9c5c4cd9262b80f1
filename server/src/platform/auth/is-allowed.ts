import { HubError } from '../hub-error.js';

/** Whether something is allowed that throws a refusal where it is not. Anything else that is thrown is a fault. */
export async function isAllowed(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof HubError) return false;
    throw error;
  }
}
