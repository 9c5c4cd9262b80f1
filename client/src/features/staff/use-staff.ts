import type { HeldRole, IssuedLink, RoleInvitations, RoleTaken, StaffGrant, StaffPage, StaffPlaces } from '@yunhui/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, write } from '../../platform/http.js';

const key = ['staff'];
const RE_READ_MS = 15_000;

/** Who works in one's regions and is called so; while one writes on, those found before. */
export const useStaff = (words: string) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', words],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ q: words, ...(pageParam && { cursor: pageParam }) });
      return read<StaffPage>(`/staff?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: RE_READ_MS,
  });

/** Where one appoints, and to what. */
export const useStaffPlaces = (words: string) =>
  useQuery({
    queryKey: [...key, 'places', words],
    queryFn: ({ signal }) => read<StaffPlaces>(`/staff/places?q=${encodeURIComponent(words)}`, signal),
    placeholderData: keepPreviousData,
  });

/** The invitations that nobody has taken up yet. */
export const useRoleInvitations = () =>
  useQuery({
    queryKey: [...key, 'invitations'],
    queryFn: ({ signal }) => read<RoleInvitations>('/staff/invitations', signal),
    refetchInterval: RE_READ_MS,
  });

/** A role of somebody, as it is taken away. */
export type Taking = { id: string; held: HeldRole };

/** Inviting, taking a role away, giving it back, a link: what came of it is read at once. A link is told once and kept nowhere. */
export function useStaffActs() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  return {
    invite: useMutation({ mutationFn: (grant: StaffGrant) => write<IssuedLink>('/staff/invitations', grant), onSettled, gcTime: 0 }),
    revoke: useMutation({ mutationFn: (id: string) => remove<unknown>(`/staff/invitations/${id}`), onSettled }),
    take: useMutation({
      mutationFn: ({ id, held: { role, place } }: Taking) =>
        remove<RoleTaken>(`/staff/${id}/roles/${role}/${encodeURIComponent(place.key)}`),
      onSettled,
    }),
    undo: useMutation({ mutationFn: (token: string) => write<unknown>('/staff/undo', { token }), onSettled }),
    recover: useMutation({ mutationFn: (id: string) => write<IssuedLink>(`/staff/${id}/recovery`, {}), gcTime: 0 }),
  };
}
export type StaffActs = ReturnType<typeof useStaffActs>;
