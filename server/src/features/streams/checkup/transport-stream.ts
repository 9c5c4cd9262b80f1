/**
 * What is inside MPEG transport stream bytes (ISO/IEC 13818-1), by its tables alone: a PAT leads to a PMT, which lists
 * the streams. Fixed places in 188-byte packets, so no library: those that read it also take the pictures apart.
 */
const packetBytes = 188;
const syncByte = 0x47;

/** RFC 6381 names of what the tables only number; a profile is not in them. */
const codecOfType: Readonly<Record<number, string>> = {
  0x01: 'mpeg1video',
  0x02: 'mpeg2video',
  0x03: 'mp4a.6b',
  0x04: 'mp4a.6b',
  0x0f: 'mp4a.40.2',
  0x10: 'mp4v',
  0x11: 'mp4a.40.2',
  0x1b: 'avc1',
  0x24: 'hvc1',
  0x33: 'vvc1',
  0x42: 'avs1',
  0x81: 'ac-3',
  0x87: 'ec-3',
  0xd2: 'avs2',
  0xd4: 'avs3',
};

/** The codecs of its streams; none when these bytes are no transport stream, or too few of one. */
export function codecsOfTransportStream(bytes: Buffer): string[] | undefined {
  if (!isTransportStream(bytes)) return undefined;
  const tablePid = firstOf(bytes, (pid, section) => (pid === 0 ? programOf(section) : undefined));
  if (tablePid === undefined) return undefined;
  return firstOf(bytes, (pid, section) => (pid === tablePid ? codecsOf(section) : undefined));
}

function isTransportStream(bytes: Buffer): boolean {
  return bytes.length >= packetBytes && bytes[0] === syncByte && (bytes.length <= packetBytes || bytes[packetBytes] === syncByte);
}

/** The first answer that a packet's section gives. */
function firstOf<Found>(bytes: Buffer, look: (pid: number, section: Buffer) => Found | undefined): Found | undefined {
  for (let at = 0; at + packetBytes <= bytes.length && bytes[at] === syncByte; at += packetBytes) {
    const packet = bytes.subarray(at, at + packetBytes);
    const begins = (packet.readUInt8(1) & 0x40) !== 0;
    const adaptation = packet.readUInt8(3) & 0x20 ? 1 + packet.readUInt8(4) : 0;
    const payload = 4 + adaptation;
    if (!begins || payload >= packetBytes - 1) continue;
    const section = packet.subarray(payload + 1 + packet.readUInt8(payload));
    const found = section.length > 12 ? look(packet.readUInt16BE(1) & 0x1f_ff, section) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the table of the first program is; program 0 is the network's. */
function programOf(section: Buffer): number | undefined {
  const end = Math.min(section.length, sectionEnd(section));
  for (let at = 8; at + 4 <= end; at += 4) {
    if (section.readUInt16BE(at) !== 0) return section.readUInt16BE(at + 2) & 0x1f_ff;
  }
  return undefined;
}

function codecsOf(section: Buffer): string[] {
  const end = Math.min(section.length, sectionEnd(section));
  const codecs: string[] = [];
  for (let at = 12 + (section.readUInt16BE(10) & 0x0f_ff); at + 5 <= end; at += 5 + (section.readUInt16BE(at + 3) & 0x0f_ff)) {
    const codec = codecOfType[section.readUInt8(at)];
    if (codec !== undefined) codecs.push(codec);
  }
  return codecs;
}

/** Without the four bytes of its checksum. */
function sectionEnd(section: Buffer): number {
  return 3 + (section.readUInt16BE(1) & 0x0f_ff) - 4;
}
