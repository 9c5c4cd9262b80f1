export { AccountDesk } from './account-desk.service.js';
export { AccountsModule } from './accounts.module.js';
export { AccountsService } from './accounts.service.js';
export { type DemoAccount, DemoAccounts } from './demo-accounts.js';
export { OwnPasswordModule } from './password/own-password.module.js';
export { deviceOf, SignInCookies } from './sign-in-cookies.js';
