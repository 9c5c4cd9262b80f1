import { z } from 'zod';

/** What a picture is brought for, which decides who may see it. */
export const UploadKind = z.enum(['supplement', 'seal', 'cover']);
export type UploadKind = z.infer<typeof UploadKind>;

/** `POST /api/v1/uploads?for=…` with the file as its body; `GET /api/v1/uploads/{id}/{width}` answers it as WebP. */
export const Upload = z.object({
  id: z.uuid(),
  /** Of the widest form that is kept, in px. */
  width: z.int(),
  height: z.int(),
  /** Its average, to stand in its place until it is there. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
});
export type Upload = z.infer<typeof Upload>;
