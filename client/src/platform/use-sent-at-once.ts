import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * What is on its way to the hub, to be shown in the moment it is sent, and `send`. Of several the latest, until it is answered.
 * A mutation's own `variables` come a turn of the loop later, in which React puts a box back to where it was.
 */
export function useSentAtOnce<Sent>(
  { mutate }: Pick<UseMutationResult<unknown, Error, Sent>, 'mutate'>,
  onError?: (error: Error) => void,
): [Sent | undefined, (sent: Sent) => void] {
  const [sent, setSent] = useState<Sent>();
  const send = (next: Sent) => {
    setSent(next);
    mutate(next, { onError, onSettled: () => setSent(undefined) });
  };
  return [sent, send];
}
