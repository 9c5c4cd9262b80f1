import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Admission } from './admission.js';
import { KnownRoutes } from './known-routes.js';
import { OriginRule } from './origin-rule.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicResources } from './public-resource.js';
import { SocketFigures } from './socket-figures.js';

const forAll = [Admission, KnownRoutes, OriginRule, PublicResources, SocketFigures];

/** Owns what every HTTP answer has in common: refusals, origins, public resources. `prepareHttp` and `SocketAdapter` set up the rest. */
@Global()
@Module({ providers: [...forAll, { provide: APP_FILTER, useClass: ProblemFilter }], exports: forAll })
export class HttpModule {}
