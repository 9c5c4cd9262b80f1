import type { IssuedLink, UnitFilers, UnitList } from '@yunhui/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, write } from '../../platform/http.js';

const key = ['units'];
const RE_READ_MS = 15_000;

/** The units of one's desk that are called so; while one writes on, those found before. */
export const useUnits = (words: string) =>
  useQuery({
    queryKey: [...key, 'list', words],
    queryFn: ({ signal }) => read<UnitList>(`/units?q=${encodeURIComponent(words)}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: RE_READ_MS,
  });

/** A unit with who files for it. */
export const useUnit = (unit: string) =>
  useQuery({
    queryKey: [...key, 'one', unit],
    queryFn: ({ signal }) => read<UnitFilers>(`/units/${encodeURIComponent(unit)}`, signal),
    refetchInterval: RE_READ_MS,
  });

/** Inviting, verifying, ending, giving a link: what came of it is read at once. A link is told once and kept nowhere. */
export function useUnitActs(unit: string) {
  const queries = useQueryClient();
  const path = `/units/${encodeURIComponent(unit)}`;
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  return {
    invite: useMutation({ mutationFn: () => write<IssuedLink>(`${path}/invitations`, {}), onSettled, gcTime: 0 }),
    revoke: useMutation({ mutationFn: (id: string) => remove<unknown>(`${path}/invitations/${id}`), onSettled }),
    verify: useMutation({ mutationFn: (filer: string) => write<UnitFilers>(`${path}/filers/${filer}/verify`, {}), onSettled }),
    end: useMutation({ mutationFn: (filer: string) => remove<UnitFilers>(`${path}/filers/${filer}`), onSettled }),
    recover: useMutation({ mutationFn: (filer: string) => write<IssuedLink>(`${path}/filers/${filer}/recovery`, {}), gcTime: 0 }),
  };
}
export type UnitActs = ReturnType<typeof useUnitActs>;
