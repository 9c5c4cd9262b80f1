import type { Response } from 'got';
import type { OutboundVerdict } from './outbound-route.js';

/** How one address is asked. Limits above the ceiling are lowered to it. */
export type OutboundLimits = {
  timeoutMs?: number;
  maxBytes?: number;
  /** Takes the first `maxBytes` of a longer answer instead of refusing it; the rest is asked not to be sent. */
  onlyStart?: boolean;
  /** With `onlyStart`: of a longer file, `maxBytes` from this byte on. A server that knows no ranges answers 200, from the beginning. */
  from?: number;
  /** Asks as a page of this origin would, so that the answer says whether that page may read it. */
  origin?: string;
};

/** What the way to the first byte took, in ms; a connection that was open already took neither name nor handshake. */
export type OutboundTimes = { nameMs?: number; handshakeMs?: number; firstByteMs: number; wholeMs: number };

/** `finalUrl` is where the body came from after redirects; root-relative when that is the hub itself. */
export type OutboundAnswer = {
  status: number;
  body: Buffer;
  /** False when only the start of the body was taken. */
  isWhole: boolean;
  contentType: string;
  /** `Access-Control-Allow-Origin`, of every hop alike or none: a browser asks it of each. */
  allowOrigin?: string;
  finalUrl: string;
  times: OutboundTimes;
};

/** An address that could not be read. `verdict` may be shown; the cause is for the log. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly verdict: OutboundVerdict,
    cause?: unknown,
  ) {
    super(verdict, { cause });
  }
}

const unknownNames = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NONAME']);
const badCertificates =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH|ERR_SSL|EPROTO|ERR_TLS)/;

/** What went wrong on the way, in the closed list that users may see. */
export function toOutboundError(error: unknown, deadline: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (deadline.aborted) return new OutboundError('too-slow', error);
  if (error instanceof Error && error.message.includes('is not allowed. Because')) return new OutboundError('address-refused', error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (unknownNames.has(code)) return new OutboundError('name-unknown', error);
  return new OutboundError(badCertificates.test(code) ? 'certificate' : 'unreachable', error);
}

export function timesOf({ timings }: Response, wholeMs: number): OutboundTimes {
  const { dns, tcp, tls, firstByte } = timings?.phases ?? {};
  const handshakeMs = tcp === undefined && tls === undefined ? undefined : (tcp ?? 0) + (tls ?? 0);
  return {
    ...(dns !== undefined && { nameMs: dns }),
    ...(handshakeMs !== undefined && { handshakeMs }),
    firstByteMs: firstByte ?? wholeMs,
    wholeMs,
  };
}
