export { AccountDesk } from './account-desk.service.js';
export { AccountRoles } from './account-roles.service.js';
export { AccountsModule } from './accounts.module.js';
export type { AccountCard } from './accounts.repository.js';
export { AccountsService } from './accounts.service.js';
export { type DemoAccount, DemoAccounts } from './demo-accounts.js';
export { IdentitiesModule } from './identities/identities.module.js';
export { PhonesModule } from './phones/phones.module.js';
export { deviceOf, SignInCookies } from './sign-in-cookies.js';
