/**
 * A UUID of version 7 (RFC 9562): the time, then chance. Written here because `crypto.randomUUID`
 * makes version 4, and only on secure pages.
 */
export function uuidV7(now: number = Date.now()): string {
  const chance = crypto.getRandomValues(new Uint8Array(10));
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70;
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const hex = now.toString(16).padStart(12, '0') + Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
