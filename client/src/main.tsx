import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { reloadOnceForNewBuild } from './app/new-build.js';
import { startI18n } from './platform/i18n/index.js';
import './app/app.css';

reloadOnceForNewBuild();
await startI18n();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
