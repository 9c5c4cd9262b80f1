import type { Upload, UploadKind } from '@yunhui/contracts';
import { mostUploadBytes, type pictureWidths } from '@yunhui/domain';
import { bring } from './http.js';

/** Longer sides are made shorter before a picture is sent: nothing shows them, and a phone's line is slow. */
const longestSide = 2_560;
/** A file that is shorter is sent as it is. */
const worthShrinking = 1_000_000;

/** Where a picture that was brought is shown, in one of its widths. */
export const pictureAddress = (id: string, width: (typeof pictureWidths)[number]): string => `/api/v1/uploads/${id}/${width}`;

/** Brings a picture. A large one is made smaller first, where the browser can. */
export async function bringPicture(file: File, kind: UploadKind): Promise<Upload> {
  return bring<Upload>(`/uploads?for=${kind}`, await shrunk(file));
}

/** The same picture with its longest side within bounds; the file as it is where that is no shorter, or the browser cannot read it. */
async function shrunk(file: File): Promise<Blob> {
  if (file.size < worthShrinking) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= mostUploadBytes) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = '#fff'; // JPEG has nothing to see through
    pen?.fillRect(0, 0, canvas.width, canvas.height);
    pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file; // the hub says what is wrong with it
  }
}
