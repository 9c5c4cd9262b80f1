import { useNavigate, useSearch } from '@tanstack/react-router';

export type MatrixView = 'map' | 'list';
type Asked = { at?: string | undefined; view?: string | undefined; missing?: string | undefined };
export type MatrixAddress = {
  /** The region whose tile is open. */
  at: string | undefined;
  view: MatrixView;
  /** Whether the list of what has nothing today is open. */
  missing: boolean;
  go: (changes: Partial<{ at: string | undefined; view: MatrixView; missing: boolean }>) => void;
};

/** Reads `?at=450000&view=list&missing=1` and writes it: what is passed on opens the same. */
export function useMatrixAddress(): MatrixAddress {
  const asked: Asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = { at: asked.at, view: asked.view === 'list' ? 'list' : 'map', missing: asked.missing === '1' } as const;
  const go: MatrixAddress['go'] = (changes) => {
    const next = { ...now, ...changes };
    const search: Asked = { at: next.at, view: next.view === 'list' ? 'list' : undefined, missing: next.missing ? '1' : undefined };
    // Walking over the tiles is no way back one would want to go step by step.
    void navigate({ to: '.', search, replace: changes.view === undefined && changes.missing === undefined, resetScroll: false });
  };
  return { ...now, go };
}
