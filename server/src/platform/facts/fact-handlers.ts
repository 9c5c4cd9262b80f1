import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type FactName, facts } from '../../catalog/facts.js';
import { decoratedMethods, markMethod, type DecoratedMethod, type MarksMethod } from '../decorated-methods.js';
import { StartRefused } from '../start-refused.js';

const onFact = Symbol('OnFact');

/** What happened, without what it led to: read the row `key` names, and do nothing if you have seen `version`. */
export type Fact = { id: number; name: FactName; key: string; version: number };

/** The method hears of every such fact, at least once and in any order. */
export function OnFact(name: FactName): MarksMethod<Fact> {
  return markMethod(onFact, name);
}

/** Who listens to which fact. The process refuses to start when somebody listens for what nobody tells. */
@Injectable()
export class FactHandlers implements OnModuleInit {
  private methods: readonly DecoratedMethod[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const problems = this.all().flatMap(({ name, marks }) =>
      marks.filter((mark) => !(mark in facts)).map((mark) => `${name} listens for ${mark}`),
    );
    if (problems.length > 0) throw new StartRefused(`Facts that are not in the catalog:\n  ${problems.join('\n  ')}`);
  }

  /** The names of those who must hear it, in this build. */
  namesFor(fact: FactName): string[] {
    return this.all()
      .filter(({ marks }) => marks.includes(fact))
      .map(({ name }) => name);
  }

  named(handler: string): DecoratedMethod | undefined {
    return this.all().find(({ name }) => name === handler);
  }

  /** Looked up when first asked: a feature may record a fact while others still start. */
  private all(): readonly DecoratedMethod[] {
    return (this.methods ??= decoratedMethods(this.discovery, onFact));
  }
}
