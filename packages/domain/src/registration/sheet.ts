import {
  type ActivityForm,
  type Block,
  type CellProblem,
  Domain,
  OnlineForm,
  type ProgrammeTag,
  type SheetCells,
  type SheetColumn,
  sheetColumns,
  type WantedSession,
} from '@yunhui/contracts';
import { linkClassOf } from '../link-class.js';
import { blockWords, type CellCode, cellProblem, modeWords, sheetHeads, tagWords } from './sheet-words.js';
import { parseTime } from './time-parsing.js';
import { timeWords } from './time-words.js';

/** What a row leans on besides its cells. `newId` gives a session its id. */
export type SheetContext = { year: number; newId: () => string };

/** What a cell makes of the form, or what is wrong in it. */
type Read = Partial<ActivityForm> | { wrong: CellCode; fill?: Record<string, string | number> };
type Column = { read: (text: string, form: ActivityForm, context: SheetContext) => Read; write: (form: ActivityForm) => string };

const openMark = /[（(](?:暂定|待定|拟)[)）]/gu;
const between = /[、，,;；\n]+/u;
const parted = (text: string): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

type TextPart = 'title' | 'summary' | 'audience' | 'riskPlan';
const text = (part: TextPart, most: number): Column => ({
  read: (said) => {
    if (said.length > most) return { wrong: 'cell.too-long', fill: { most } };
    if (part === 'title') return said ? { title: said } : { wrong: 'cell.missing' };
    return { [part]: said || undefined };
  },
  write: (form) => form[part] ?? '',
});

/** By its words, or by its key. */
function choiceOf<Choice extends string>(words: Record<Choice, string>, said: string): Choice | undefined {
  return (Object.keys(words) as Choice[]).find((choice) => choice === said || words[choice] === said);
}
const unknownWord = (said: string, words: Record<string, string>): Read => ({
  wrong: 'cell.unknown-word',
  fill: { text: said, choices: Object.values(words).join('、') },
});

function one<Choice extends string>(part: 'mode' | 'block', words: Record<Choice, string>): Column {
  return {
    read: (said) => {
      if (!said) return { [part]: undefined };
      const choice = choiceOf(words, said);
      return choice === undefined ? unknownWord(said, words) : { [part]: choice };
    },
    write: (form) => words[form[part] as Choice] ?? '',
  };
}

function several<Choice extends string>(part: 'forms' | 'domains' | 'programmeTags', words: Record<Choice, string>): Column {
  return {
    read: (said) => {
      const choices: Choice[] = [];
      for (const each of parted(said)) {
        const choice = choiceOf(words, each);
        if (choice === undefined) return unknownWord(each, words);
        if (!choices.includes(choice)) choices.push(choice);
      }
      return { [part]: choices };
    },
    write: (form) => (form[part] as Choice[]).map((choice) => words[choice]).join('、'),
  };
}

const mostUnits = 30;
const mostOfName = 100;
const units = (part: 'hosts' | 'undertakers' | 'coOrganizers'): Column => ({
  read: (said) => {
    const names = parted(said);
    if (names.length > mostUnits) return { wrong: 'cell.too-many', fill: { most: mostUnits } };
    if (names.some((name) => name.length > mostOfName)) return { wrong: 'cell.too-long', fill: { most: mostOfName } };
    return { [part]: names.map((name) => ({ name })) } as Partial<ActivityForm>;
  },
  write: (form) => form[part].map(({ name }) => name).join('、'),
});

const mostOfPlace = 200;
const place: Column = {
  read: (said, form) => {
    if (!said) return { place: undefined };
    const plain = said.replace(openMark, '').trim();
    if (plain.length > mostOfPlace) return { wrong: 'cell.too-long', fill: { most: mostOfPlace } };
    return { place: { ...(plain === form.place?.text && form.place), text: plain, tentative: plain !== said } };
  },
  write: ({ place: at }) => (at ? `${at.text}${at.tentative ? '（暂定）' : ''}` : ''),
};

/** Of several sessions the first one: the others are the form's. */
const ofSession = (form: ActivityForm, change: Partial<WantedSession>): Read => {
  const [first, ...others] = form.sessions;
  return first ? { sessions: [{ ...first, ...change }, ...others] } : { wrong: 'cell.no-session' };
};
const mostOfSession = 60;
const session: Column = {
  read: (said, form, { newId }) => {
    if (said.length > mostOfSession) return { wrong: 'cell.too-long', fill: { most: mostOfSession } };
    const [first, ...others] = form.sessions;
    if (!said) return { sessions: others };
    return { sessions: [{ ...(first ?? { id: newId(), links: [] }), title: said }, ...others] };
  },
  write: ({ sessions: [first] }) => first?.title ?? '',
};
const sessionTime: Column = {
  read: (said, form, { year }) => {
    const time = said ? parseTime(said, year) : undefined;
    if (said && !time) return { wrong: 'cell.unreadable-time', fill: { text: said } };
    return said || form.sessions.length > 0 ? ofSession(form, { time }) : {};
  },
  write: ({ sessions: [first] }) => (first?.time ? timeWords(first.time, 'zh') : ''),
};
const address: Column = {
  read: (said, form) => {
    const [first] = form.sessions;
    if (!said) return first ? ofSession(form, { links: first.links.slice(1) }) : {};
    const looks = linkClassOf(said);
    if (looks.class === 'unplayable') return { wrong: 'cell.unplayable' };
    const [before, ...others] = first?.links ?? [];
    // What a check-up said of another address says nothing of this one.
    return ofSession(form, { links: [before?.address === looks.address ? before : { address: looks.address }, ...others] });
  },
  write: ({ sessions: [first] }) => first?.links[0]?.address ?? '',
};

/** In the order in which they are read: what belongs to a session comes after it. */
const columns: Record<Exclude<SheetColumn, 'id'>, Column> = {
  title: text('title', 100),
  time: {
    read: (said, _, { year }) => {
      if (!said) return { time: undefined };
      const time = parseTime(said, year);
      return time ? { time } : { wrong: 'cell.unreadable-time', fill: { text: said } };
    },
    write: ({ time }) => (time ? timeWords(time, 'zh') : ''),
  },
  place,
  mode: one('mode', modeWords),
  block: one<Block>('block', blockWords),
  forms: several('forms', OnlineForm.enum),
  domains: several('domains', Domain.enum),
  tags: several<ProgrammeTag>('programmeTags', tagWords),
  hosts: units('hosts'),
  undertakers: units('undertakers'),
  coOrganizers: units('coOrganizers'),
  summary: text('summary', 2_000),
  audience: text('audience', 200),
  riskPlan: text('riskPlan', 4_000),
  session,
  sessionTime,
  address,
};
const columnNames = Object.keys(columns) as (keyof typeof columns)[];

/**
 * Puts a row's cells into a form: an empty one, or what was imported before. A column that the sheet does not have leaves its
 * part as it is, an empty cell empties it. What is wrong in a cell is said, and that part stays as it was.
 */
export function applyCells(
  before: ActivityForm,
  cells: SheetCells,
  context: SheetContext,
): { form: ActivityForm; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  let form = before;
  for (const column of columnNames) {
    const said = cells[column]?.trim();
    if (said === undefined) continue;
    const read = columns[column].read(said, form, context);
    if ('wrong' in read) problems.push(cellProblem(column, read.wrong, read.fill));
    else form = { ...form, ...read };
  }
  if (form.title === '' && !problems.some(({ column }) => column === 'title')) problems.push(cellProblem('title', 'cell.missing'));
  return { form, problems };
}

/** A form as a row of the sheet, as far as the sheet has columns for it. */
export function cellsOf(form: ActivityForm): SheetCells {
  return Object.fromEntries(columnNames.map((column) => [column, columns[column].write(form)]));
}

/** Which column each head names: by its words in either language, other words it is known by, or its key. */
export function columnsOf(heads: readonly string[]): (SheetColumn | undefined)[] {
  const plain = (head: string) => head.replace(/[\s*＊:：]|[（(].*[)）]/gu, '').toLowerCase();
  const known = new Map(
    sheetColumns.flatMap((column) => {
      const { zh, en, also = [] } = sheetHeads[column];
      return [column, zh, en, ...also].map((head) => [plain(head), column] as const);
    }),
  );
  return heads.map((head) => known.get(plain(head)));
}
