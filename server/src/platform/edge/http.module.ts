import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { KnownRoutes } from './known-routes.js';
import { OriginRule } from './origin-rule.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicResources } from './public-resource.js';

const forAll = [KnownRoutes, OriginRule, PublicResources];

/** Owns what every HTTP answer has in common: refusals, origins, public resources. `prepareHttp` sets up the rest. */
@Global()
@Module({ providers: [...forAll, { provide: APP_FILTER, useClass: ProblemFilter }], exports: forAll })
export class HttpModule {}
