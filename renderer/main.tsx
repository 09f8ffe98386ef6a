import './content-security.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { speakRemembered } from './house/language.ts';
import { queries } from './hub.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
await speakRemembered();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
