export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsService } from './organizations.service.js';
export type { Organization, OrganizationCard } from './organizations.repository.js';
