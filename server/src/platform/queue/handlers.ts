import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type JobName, type JobPayload, jobs } from '../../catalog/jobs.js';
import { decoratedMethods, markMethod, type DecoratedMethod, type MarksMethod } from '../decorated-methods.js';
import { StartRefused } from '../start-refused.js';

const handlesJob = Symbol('HandlesJob');

/** The method does this kind of job. It may be called twice with one payload. */
export function HandlesJob<Name extends JobName>(name: Name): MarksMethod<JobPayload<Name>> {
  return markMethod(handlesJob, name);
}

/** Who does which job. The process refuses to start when a job has nobody, or two. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private known: ReadonlyMap<string, DecoratedMethod> = new Map();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.known = assignJobs(Object.keys(jobs), decoratedMethods(this.discovery, handlesJob));
  }

  of(name: string): DecoratedMethod | undefined {
    return this.known.get(name);
  }
}

/** Each job with its one handler, or every mistake in one message. */
export function assignJobs(names: readonly string[], methods: readonly DecoratedMethod[]): ReadonlyMap<string, DecoratedMethod> {
  const handlersOf = (name: string) => methods.filter(({ marks }) => marks.includes(name));
  const problems = [
    ...names.filter((name) => handlersOf(name).length === 0).map((name) => `${name} has no handler`),
    ...names
      .filter((name) => handlersOf(name).length > 1)
      .map(
        (name) =>
          `${name} has ${handlersOf(name)
            .map((method) => method.name)
            .join(' and ')}`,
      ),
    ...methods.flatMap(({ name, marks }) =>
      marks.filter((mark) => !names.includes(mark)).map((mark) => `${name} handles ${mark}, which is not in the catalog`),
    ),
  ];
  if (problems.length > 0) throw new StartRefused(`Jobs and handlers do not match:\n  ${problems.join('\n  ')}`);
  return new Map(names.map((name) => [name, handlersOf(name)[0]!]));
}
