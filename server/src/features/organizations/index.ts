export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsService } from './organizations.service.js';
export type { Organization } from './organizations.repository.js';
