import type { ChooseMail, ConfirmedMail, GiveAddress, MailSettings, MailState, SentAgain, SentMailPage } from '@yunhui/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, replace, write } from '../../platform/http.js';

const key = ['mail'];
const RE_READ_MS = 10_000;

/** Where this account is written to, and of what. Until an address is confirmed, which happens elsewhere, it is read again. */
export const useMailSettings = (user: string) =>
  useQuery({
    queryKey: [...key, 'settings', user],
    queryFn: ({ signal }) => read<MailSettings>('/me/mail', signal),
    refetchInterval: ({ state: { data } }) => (data?.address !== undefined && !data.confirmed ? RE_READ_MS : false),
  });

/** Giving an address, taking it away, choosing: each answers with how it is then. Choices are kept in the order in which they are made. */
export function useMailActs(user: string) {
  const queries = useQueryClient();
  const onSuccess = (settings: MailSettings) => queries.setQueryData([...key, 'settings', user], settings);
  return {
    give: useMutation({ mutationFn: (given: GiveAddress) => replace<MailSettings>('/me/mail/address', given), onSuccess }),
    choose: useMutation({
      mutationFn: (chosen: ChooseMail) => replace<MailSettings>('/me/mail/kinds', chosen),
      scope: { id: 'mail' },
      onSuccess,
    }),
    forget: useMutation({ mutationFn: () => remove<MailSettings>('/me/mail/address'), onSuccess }),
  };
}
export type MailActs = ReturnType<typeof useMailActs>;

/** What a link in a mail does. */
export const useConfirm = () => useMutation({ mutationFn: (token: string) => write<ConfirmedMail>('/mail/confirm', { token }) });
export const useEnd = () =>
  useMutation({ mutationFn: (token: string) => write<unknown>(`/mail/end?token=${encodeURIComponent(token)}`, {}) });

/** The mail of all, for whoever keeps the hub running. */
export const useSentMail = (state: MailState | undefined) =>
  useInfiniteQuery({
    queryKey: [...key, 'sent', state ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (state) query.set('state', state);
      if (pageParam) query.set('cursor', pageParam);
      return read<SentMailPage>(`/mail?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: RE_READ_MS,
  });

/** Sends dead mail again: one, or all. */
export function useSendAgain() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: [...key, 'sent'] });
  return {
    again: useMutation({ mutationFn: (mail: string) => write<unknown>(`/mail/${mail}/send`, {}), onSettled }),
    allAgain: useMutation({ mutationFn: () => write<SentAgain>('/mail/send-dead', {}), onSettled }),
  };
}
