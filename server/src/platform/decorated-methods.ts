import 'reflect-metadata';
import type { DiscoveryService } from '@nestjs/core';

/** A method that somebody marked, ready to be called. */
export type DecoratedMethod = {
  /** `Class.method`: what it is called in tables and logs. */
  name: string;
  marks: readonly string[];
  call: (argument: unknown) => Promise<void>;
};

/** Fits only on methods that take the argument, or none. */
export type MarksMethod<Argument> = <Method extends (argument: Argument) => Promise<void>>(
  prototype: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/** A method decorator that leaves a mark; one method may carry several. */
export function markMethod(key: symbol, mark: string): MarksMethod<never> {
  return (_prototype, _name, descriptor) => {
    const marked = descriptor.value as object;
    const marks = (Reflect.getMetadata(key, marked) as string[] | undefined) ?? [];
    Reflect.defineMetadata(key, [...marks, mark], marked);
  };
}

/** Every method in the process that carries marks of `key`. */
export function decoratedMethods(discovery: DiscoveryService, key: symbol): DecoratedMethod[] {
  const found = new Map<string, DecoratedMethod>();
  for (const wrapper of [...discovery.getProviders(), ...discovery.getControllers()]) {
    const prototype: unknown = wrapper.metatype?.prototype;
    if (typeof prototype !== 'object' || prototype === null) continue;
    for (const [method, marks] of marksOn(prototype, key)) {
      const name = `${wrapper.metatype?.name}.${method}`;
      found.set(name, { name, marks, call: async (argument) => invoke(wrapper.instance as Record<string, unknown>, method, argument) });
    }
  }
  return [...found.values()];
}

function marksOn(prototype: object, key: symbol): [string, string[]][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([method, { value }]) => {
    const marks = typeof value === 'function' ? (Reflect.getMetadata(key, value as object) as string[] | undefined) : undefined;
    return marks ? [[method, marks]] : [];
  });
}

async function invoke(instance: Record<string, unknown>, method: string, argument: unknown): Promise<void> {
  await (instance[method] as (argument: unknown) => unknown).call(instance, argument);
}
