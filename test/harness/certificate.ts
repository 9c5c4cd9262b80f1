import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aFolder } from '@yunhui/testkit';

/** A certificate of this machine's own address. Its folder goes with it. */
export type Certificate = AsyncDisposable & {
  /** The file, for programs that are to believe it. */
  readonly file: string;
  readonly key: Buffer;
  readonly cert: Buffer;
};

export async function aCertificate(): Promise<Certificate> {
  const folder = await aFolder('yh-certificate-');
  const keyFile = join(folder.path, 'key.pem');
  const file = join(folder.path, 'certificate.pem');
  const wanted =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1';
  await promisify(execFile)('openssl', [...wanted.split(' '), '-keyout', keyFile, '-out', file]);
  return {
    file,
    key: await readFile(keyFile),
    cert: await readFile(file),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
