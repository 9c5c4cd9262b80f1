export { AccountsModule } from './accounts.module.js';
export { type DemoAccount, DemoAccounts } from './demo-accounts.js';
