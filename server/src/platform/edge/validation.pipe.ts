import { StandardSchemaValidationPipe } from '@nestjs/common';
import { HubError } from '../hub-error.js';

/** Parses `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })`; the first wrong part is named in the refusal. */
export const requestValidation = new StandardSchemaValidationPipe({
  exceptionFactory: ([issue]) => {
    const path = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    return new HubError('request.malformed', path ? { field: path.slice(0, 100) } : {});
  },
});
