/** What makes of the value before this one: the fields that are other. `since`: the revision of that value. */
export type KeptPatch = { readonly since: number; readonly json: string };

/**
 * One value of a topic's state, and the revision that brought it. `null` is a removed key. Its text and
 * what differs from the value before are made once, when first asked for, for everybody who is told.
 */
export class KeptValue {
  #json?: string;
  #patch?: KeptPatch;
  #before?: KeptValue;

  constructor(
    readonly rev: number,
    readonly value: unknown,
    before?: KeptValue,
  ) {
    this.#before = before;
    if (before) before.#before = undefined;
  }

  get json(): string {
    return (this.#json ??= JSON.stringify(this.value));
  }

  /** Undefined where the whole value is the shorter way to say it. */
  get patch(): KeptPatch | undefined {
    const before = this.#before;
    if (!before) return this.#patch;
    this.#before = undefined;
    const fields = fieldsChanged(before.value, this.value);
    const json = fields && JSON.stringify(fields);
    if (json && json.length < this.json.length / 2) this.#patch = { since: before.rev, json };
    return this.#patch;
  }
}

/** The fields of `now` that `before` had otherwise; undefined when that does not say everything: not objects, or a field is gone. */
function fieldsChanged(before: unknown, now: unknown): Record<string, unknown> | undefined {
  if (!isObject(before) || !isObject(now)) return undefined;
  if (Object.keys(before).some((field) => !Object.hasOwn(now, field))) return undefined;
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => !isSame(before[field], value)));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** As the wire sees them: fields of our own objects come in one order. */
const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
