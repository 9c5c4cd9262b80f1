export { type Fact, OnFact } from './fact-handlers.js';
export { Facts } from './facts.js';
export { FactsModule } from './facts.module.js';
