/** Every value of a choice, in the order in which it is offered. A value that the wire has and this lacks does not compile. */
export const allOf = <Value extends string>(order: Record<Value, true>): Value[] => Object.keys(order) as Value[];
