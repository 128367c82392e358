import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { followLanguage } from './language.ts';
import { paint, printInLight, themeNow } from './theme/theme.ts';
import './theme/fonts.css';
import './theme/base.css';
import './ui/ui.css';
import './ui/grid.css';
import './ui/lists.css';

paint(themeNow());
followLanguage();
printInLight();

// A new version replaced the files that this page would load later: the page starts again with the new one.
window.addEventListener('vite:preloadError', () => window.location.reload());

const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
