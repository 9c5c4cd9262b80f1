import type { BroughtCode, GivePhone, OwnPhone, SentCode, SignedIn } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, replace, write } from '../../../platform/http.js';
import { useBecoming } from '../use-becoming.js';

const keyOf = (user: string | undefined) => ['phone', user ?? 'nobody'];

/** Whether this hub signs in by phone, and by which number whoever is signed in does. */
export const usePhone = (user: string | undefined) =>
  useQuery({ queryKey: keyOf(user), queryFn: ({ signal }) => read<OwnPhone>('/me/phone', signal), gcTime: 0 });

/** Giving a number, bringing the code that was sent there, taking it away. */
export function usePhoneActs(user: string) {
  const queries = useQueryClient();
  const onSuccess = (phone: OwnPhone) => queries.setQueryData(keyOf(user), phone);
  return {
    give: useMutation({ mutationFn: (given: GivePhone) => replace<SentCode>('/me/phone', given) }),
    confirm: useMutation({ mutationFn: (brought: BroughtCode) => write<OwnPhone>('/me/phone/confirm', brought), onSuccess }),
    forget: useMutation({ mutationFn: () => remove<OwnPhone>('/me/phone'), onSuccess }),
  };
}

/** Has a code sent, whether anybody signs in by that number or not. */
export const useAskCode = () => useMutation({ mutationFn: (phone: string) => write<SentCode>('/phones/codes', { phone }) });

export const usePhoneSignIn = () => useBecoming((brought: BroughtCode) => write<SignedIn>('/phones/sign-in', brought));
