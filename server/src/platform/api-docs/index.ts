export { Answers, AnswersFile, Nothing } from './answers.js';
export { ApiDocs } from './api-docs.js';
export { ApiDocsModule } from './api-docs.module.js';
