/** Called for each pattern that ends at a place, longest first. */
export type Found = (pattern: number, end: number) => void;

/** Aho-Corasick over 16-bit codes in flat arrays: a scan costs the text's length, however many patterns there are. */
export class Automaton {
  constructor(
    private readonly symbols: Uint16Array,
    private readonly edges: Edges,
    private readonly fallback: Int32Array,
    private readonly patternAt: Int32Array,
    private readonly shorter: Int32Array,
  ) {}

  scan(codes: Uint16Array, length: number, found: Found): void {
    let node = 0;
    for (let place = 0; place < length; place += 1) {
      const symbol = this.symbols[codes[place] ?? 0] ?? 0;
      node = symbol === 0 ? 0 : this.step(node, symbol);
      for (let out = node; out > 0; out = this.shorter[out] ?? 0) {
        const pattern = this.patternAt[out] ?? -1;
        if (pattern >= 0) found(pattern, place);
      }
    }
  }

  private step(from: number, symbol: number): number {
    let node = from;
    for (;;) {
      const next = this.edges.next(node, symbol);
      if (next > 0 || node === 0) return next;
      node = this.fallback[node] ?? 0;
    }
  }

  /** All codes that patterns contain. */
  *letters(): Generator<number> {
    for (const [code, symbol] of this.symbols.entries()) if (symbol > 0) yield code;
  }
}

/** Edges of a trie in one open hash table: 0 means there is none, since nothing leads back to the root. */
export class Edges {
  private readonly keys: Int32Array;
  private readonly targets: Int32Array;
  private readonly mask: number;

  constructor(
    most: number,
    private readonly alphabet: number,
  ) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 2)));
    this.keys = new Int32Array(size).fill(-1);
    this.targets = new Int32Array(size);
    this.mask = size - 1;
  }

  next(node: number, symbol: number): number {
    return this.targets[this.placeOf(node * this.alphabet + symbol)] ?? 0;
  }

  add(node: number, symbol: number, target: number): void {
    const key = node * this.alphabet + symbol;
    const place = this.placeOf(key);
    this.keys[place] = key;
    this.targets[place] = target;
  }

  private placeOf(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & this.mask;
    while (this.keys[place] !== -1 && this.keys[place] !== key) place = (place + 1) & this.mask;
    return place;
  }
}
