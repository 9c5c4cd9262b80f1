import type { Refusal } from '@yunhui/contracts';

/** The hub understood the request and said no, or could not be reached (`busy`, later). */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
