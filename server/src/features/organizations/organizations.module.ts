import { Module } from '@nestjs/common';
import { FilersRepository } from './filers.repository.js';
import { FilersService } from './filers.service.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';
import { UnitSearch } from './unit-search.service.js';

/** Owns the registry of units: their exact names, aliases, who files for them, and the collectives that stand for units nobody listed. */
@Module({
  providers: [OrganizationsRepository, OrganizationsService, UnitSearch, FilersRepository, FilersService],
  exports: [OrganizationsService, UnitSearch, FilersService],
})
export class OrganizationsModule {}
