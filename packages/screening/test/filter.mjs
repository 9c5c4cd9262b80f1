import { atOnce, buildLists, screen as judge } from '@yunhui/screening';

/** What the corpus's score.mjs asks a filter for. */
let lists;

export function init(given) {
  lists = atOnce(buildLists(given));
}

export function screen(text) {
  const { verdict, findings } = judge(text, lists);
  return { verdict, spans: findings };
}
