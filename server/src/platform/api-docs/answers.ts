import { z } from 'zod';

/** What a route answers that only does something. */
export const Nothing = z.object({});

type Declared = { prototype: object; method: string | symbol; status: number; schema: z.ZodType };
const declared: Declared[] = [];

/** Says in `/api/openapi.json` what a route answers. Nothing is checked on the way: the service's type is the same schema's. */
export function Answers(schema: z.ZodType, { status = 200 } = {}): MethodDecorator {
  return (prototype, method) => void declared.push({ prototype, method, status, schema });
}

/** Every route's answer, in the order of their files. */
export const declaredAnswers = (): readonly Declared[] => declared;
