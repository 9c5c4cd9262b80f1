import { Global, Module } from '@nestjs/common';
import { AuditChainer } from './audit.chainer.js';
import { AuditRepository } from './audit.repository.js';
import { Audit } from './audit.js';

/** Owns the audit. Whoever decides something records it in the same transaction. */
@Global()
@Module({ providers: [AuditRepository, Audit, AuditChainer], exports: [Audit] })
export class AuditModule {}
