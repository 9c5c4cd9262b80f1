import { z } from 'zod';

/** What a picture is brought for, which decides who may see it. */
export const UploadKind = z.enum(['supplement', 'seal', 'cover']);
export type UploadKind = z.infer<typeof UploadKind>;

/** `POST /api/v1/uploads?for=…` with the file as its body; `GET /api/v1/uploads/{id}/{width}` answers it as WebP. */
export const Upload = z.object({ id: z.uuid() });
export type Upload = z.infer<typeof Upload>;
