import { z } from 'zod';

/** What a route answers that only does something. */
export const Nothing = z.object({});

type Place = { prototype: object; method: string | symbol };
type Declared = Place & { status: number; schema: z.ZodType };
const declared: Declared[] = [];
const files: (Place & { type: string })[] = [];

/** Says in `/api/openapi.json` what a route answers. Nothing is checked on the way: the service's type is the same schema's. */
export function Answers(schema: z.ZodType, { status = 200 } = {}): MethodDecorator {
  return (prototype, method) => void declared.push({ prototype, method, status, schema });
}

/** The same of a route that answers a file. */
export function AnswersFile(type: string): MethodDecorator {
  return (prototype, method) => void files.push({ prototype, method, type });
}

/** Every route that answers a file. */
export const declaredFiles = (): readonly (Place & { type: string })[] => files;

/** Every route's answer, in the order of their files. */
export const declaredAnswers = (): readonly Declared[] => declared;
