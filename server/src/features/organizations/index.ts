export { FilersService, type FilerStanding } from './filers.service.js';
export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsService } from './organizations.service.js';
export { UnitSearch } from './unit-search.service.js';
export type { Organization, OrganizationCard, Unit } from './organizations.repository.js';
