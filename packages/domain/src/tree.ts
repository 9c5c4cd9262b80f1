/** A thing in a tree, and the thing above it; none for a root. */
export type TreeNode = { key: string; parent?: string | null };

/**
 * Parents before their children, each with the keys from its root down, `/`-separated, so that a
 * subtree is one prefix. A parent that is missing, or a ring, throws: half a tree would hide whole
 * subtrees from those who look after them.
 */
export function placeInTree<Node extends TreeNode>(given: readonly Node[]): (Node & { path: string })[] {
  const paths = new Map<string, string>();
  const placed: (Node & { path: string })[] = [];
  for (let waiting = given; waiting.length > 0;) {
    const still: Node[] = [];
    for (const node of waiting) {
      const above = node.parent ? paths.get(node.parent) : '';
      if (above === undefined) {
        still.push(node);
        continue;
      }
      const path = above === '' ? node.key : `${above}/${node.key}`;
      paths.set(node.key, path);
      placed.push({ ...node, path });
    }
    if (still.length === waiting.length) throw new Error(`without a way to the root: ${still.map(({ key }) => key).join(', ')}`);
    waiting = still;
  }
  return placed;
}
