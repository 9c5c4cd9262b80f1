export { Audit, type AuditedAct, type AuditVerdict } from './audit.js';
export { AuditModule } from './audit.module.js';
export { AuditRepository } from './audit.repository.js';
