import { Injectable } from '@nestjs/common';

type Route = { methods: readonly string[]; path: RegExp };

/** Every route there is, to tell a path that takes other methods from one that does not exist. */
@Injectable()
export class KnownRoutes {
  private readonly routes: Route[] = [];

  /** Called by fastify for each route it takes in. A route that takes every path says nothing about any. */
  add({ method, url }: { method: string | string[]; url: string }): void {
    if (url.startsWith('/*') || url === '*') return;
    const path = url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*');
    this.routes.push({ methods: [method].flat(), path: new RegExp(`^${path}/?$`) });
  }

  /** The methods that a path takes; none when there is no such path. */
  methodsOf(url: string): string[] {
    const [path = ''] = url.split('?', 1);
    return [...new Set(this.routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods))].toSorted();
  }
}
