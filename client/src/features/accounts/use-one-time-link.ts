import type { ShownAppointment, ShownInvitation, ShownRecovery, ShownSetup } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { write } from '../../platform/http.js';

/** What a link that is good once is for. It is looked at once: when it is used, it is used from this page. */
const useLook = <Shown>(path: `/${'invitations' | 'recovery' | 'appointments' | 'setup'}/look`, token: string) =>
  useQuery({
    queryKey: ['one-time-link', path, token],
    queryFn: () => write<Shown>(path, { token }),
    staleTime: Infinity,
    gcTime: 0,
  });

export const useInvitation = (token: string) => useLook<ShownInvitation>('/invitations/look', token);
export const useRecovery = (token: string) => useLook<ShownRecovery>('/recovery/look', token);
export const useAppointment = (token: string) => useLook<ShownAppointment>('/appointments/look', token);
export const useSetup = (token: string) => useLook<ShownSetup>('/setup/look', token);
