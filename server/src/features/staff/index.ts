export { FirstOperator } from './first-operator.service.js';
export { StaffModule } from './staff.module.js';
