import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { StartRefused } from '../start-refused.js';
import { accessOf } from './access.js';

/** What Nest writes on the methods it routes to: of HTTP, and of sockets. */
const routed = ['method', 'websockets:message_mapping'];

/** Refuses the start when a route or a socket event does not say who may call it: forgetting it must not open a door. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.handlers().filter(({ type, handler }) => !accessOf(handler, type));
    if (silent.length === 0) return;
    const names = silent.map(({ type, name }) => `${type.name}.${name}`).join(', ');
    throw new StartRefused(`These say neither @Everyone() nor @Allow(): ${names}`);
  }

  /** Every method that a request or an event can reach. */
  handlers(): { type: { name: string }; name: string; handler: object }[] {
    const edges = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    return edges.flatMap(({ instance, metatype }) => {
      if (typeof instance !== 'object' || instance === null || typeof metatype !== 'function') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        return typeof handler === 'function' && routed.some((key) => Reflect.hasMetadata(key, handler))
          ? [{ type: metatype, name, handler }]
          : [];
      });
    });
  }
}
