import { useQueryClient } from '@tanstack/react-query';
import type { ImportedFilings, ImportFilings } from '@yunhui/contracts';
import { useReducer, useRef } from 'react';
import { write } from '../../../platform/http.js';
import { choosing, type KnownRow, nextImport, rowsFor } from './import.reducer.js';
import type { UnreadSheet } from './read-file.js';
import { portionsOf, rowsOf } from './rows.rules.js';

type Target = Pick<ImportFilings, 'organization' | 'campaign'> & { year: number };

/** A sheet on its way into a unit's drafts: read here, looked at by the hub, kept when somebody says so. */
export function useImport() {
  const [state, tell] = useReducer(nextImport, choosing);
  const queries = useQueryClient();
  /** What is left alone answers nobody any more. */
  const turn = useRef(0);

  const send = async (during: 'asking' | 'keeping', target: Target, all: readonly KnownRow[], unknownHeads: readonly string[]) => {
    const own = (turn.current += 1);
    const { organization, campaign } = target;
    const wanted = rowsFor(during, all);
    tell({ type: 'begun', during, rows: all, unknownHeads, total: wanted.length });
    try {
      for (const portion of portionsOf(wanted)) {
        const rows = portion.map(({ row, cells }) => ({ row, cells }));
        const wish: ImportFilings = { organization, campaign, dryRun: during === 'asking', rows };
        const answer = await write<ImportedFilings>('/filings/imports', wish);
        if (own !== turn.current) return;
        tell({ type: 'answered', rows: answer.rows });
      }
      tell({ type: 'over' });
    } catch (error) {
      if (own === turn.current) tell({ type: 'failed', error });
    }
    if (during === 'keeping') await queries.invalidateQueries({ queryKey: ['filings', 'list'] });
  };

  const open = async (file: Blob, target: Target) => {
    const own = (turn.current += 1);
    tell({ type: 'file' });
    try {
      // What reads workbooks comes with the first one.
      const { readSheetFile } = await import('./read-file.js');
      const read = rowsOf(await readSheetFile(file), target.year);
      if (own !== turn.current) return;
      if (typeof read === 'string') tell({ type: 'unread', why: read });
      else await send('asking', target, read.rows, read.unknownHeads);
    } catch (error) {
      if (own === turn.current) tell({ type: 'unread', why: (error as Partial<UnreadSheet>).why ?? 'broken' });
    }
  };

  return {
    state,
    open,
    /** Keeps what was looked at, or goes on where it stopped. */
    goOn: async (target: Target) => {
      if (state.phase === 'looking') await send('keeping', target, state.rows, state.unknownHeads);
      if (state.phase === 'stopped') await send(state.during, target, state.rows, state.unknownHeads);
    },
    again: () => {
      turn.current += 1;
      tell({ type: 'again' });
    },
  };
}
