import type { LobbyChannel, MatrixState } from '@yunhui/contracts';

/**
 * The state of a region's tile. Its channel speaks as soon as there is something to say of it: a session, a
 * stream that never stops, or a block. A channel with nothing planned is not 未开始, it has nothing to start:
 * the region shows its speciality 有品, and without one it is 待上线.
 */
export function matrixStateOf(channel: LobbyChannel | undefined, hasSpeciality: boolean): MatrixState {
  if (channel && (channel.session || channel.roundTheClock || channel.state === 'blocked')) return channel.state;
  return hasSpeciality ? 'speciality' : 'empty';
}
