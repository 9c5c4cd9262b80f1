import { Automaton, Edges } from './automaton.js';

/** Work that is handed back every few hundred steps, so that whoever runs it can let others go first. */
export type InSlices<Result> = Generator<void, Result>;

const stepsASlice = 512;

/** Builds an automaton; a pattern is its place in the list. Patterns must differ and not be empty. */
export function* buildAutomaton(patterns: readonly Uint16Array[]): InSlices<Automaton> {
  const symbols = new Uint16Array(0x1_0000);
  let alphabet = 1;
  let most = 1;
  for (const pattern of patterns) {
    most += pattern.length;
    for (const code of pattern) if (symbols[code] === 0) symbols[code] = alphabet++;
  }
  yield;
  const edges = new Edges(most, alphabet);
  const parents = new Int32Array(most);
  const ways = new Uint16Array(most);
  const depths = new Uint16Array(most);
  yield;
  const patternAt = new Int32Array(most).fill(-1);
  let nodes = 1;
  for (const [index, pattern] of patterns.entries()) {
    let node = 0;
    for (const [depth, code] of pattern.entries()) {
      const symbol = symbols[code] ?? 0;
      let next = edges.next(node, symbol);
      if (next === 0) {
        next = nodes++;
        edges.add(node, symbol, next);
        parents[next] = node;
        ways[next] = symbol;
        depths[next] = depth + 1;
      }
      node = next;
    }
    patternAt[node] = index;
    if (index % stepsASlice === 0) yield;
  }
  yield;
  const order = byDepth(depths, nodes);
  yield;
  const { fallback, shorter } = yield* linked({ edges, parents, ways, patternAt, order, nodes });
  return new Automaton(symbols, edges, fallback, patternAt, shorter);
}

type Trie = { edges: Edges; parents: Int32Array; ways: Uint16Array; patternAt: Int32Array; order: Int32Array; nodes: number };

/** Where to go on when a node leads no further, and which shorter pattern ends there too. */
function* linked({ edges, parents, ways, patternAt, order, nodes }: Trie): InSlices<{ fallback: Int32Array; shorter: Int32Array }> {
  const fallback = new Int32Array(nodes);
  const shorter = new Int32Array(nodes);
  for (const [index, node] of order.entries()) {
    const parent = parents[node] ?? 0;
    let behind = parent === 0 ? -1 : (fallback[parent] ?? 0);
    let target = 0;
    while (behind >= 0) {
      target = edges.next(behind, ways[node] ?? 0);
      if (target > 0 || behind === 0) break;
      behind = fallback[behind] ?? 0;
    }
    fallback[node] = target;
    shorter[node] = (patternAt[target] ?? -1) >= 0 ? target : (shorter[target] ?? 0);
    if (index % (stepsASlice * 4) === 0) yield;
  }
  return { fallback, shorter };
}

/** All nodes but the root, those nearer to it first. */
function byDepth(depths: Uint16Array, nodes: number): Int32Array {
  const order = new Int32Array(nodes - 1);
  const firstOf = new Int32Array(0x1_0000);
  for (let node = 1; node < nodes; node += 1) firstOf[(depths[node] ?? 0) + 1] = (firstOf[(depths[node] ?? 0) + 1] ?? 0) + 1;
  for (let depth = 1; depth < firstOf.length; depth += 1) firstOf[depth] = (firstOf[depth] ?? 0) + (firstOf[depth - 1] ?? 0);
  for (let node = 1; node < nodes; node += 1) {
    const depth = depths[node] ?? 0;
    const place = firstOf[depth] ?? 0;
    order[place] = node;
    firstOf[depth] = place + 1;
  }
  return order;
}

/** Does all slices at once. */
export function atOnce<Result>(work: InSlices<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
