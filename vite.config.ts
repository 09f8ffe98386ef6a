import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Icons, parts and words; not the parts that stand on large libraries, nor what only some browsers or readers need. */
const shared =
  /lucide-react|renderer\/(house|parts\/(?!modal|confirm|slider|choice|switch)|live\/(?!media)|words\/(?!de))/;

/** The kiosk page. Nothing is inlined, since the hub's content security policy allows only files of the hub itself. */
export default defineConfig(({ command }) => {
  // People get React's production build, whatever NODE_ENV says where it is built: a test runner's says “test”.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: 'renderer',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: '../dist/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
      // What the page's policy forbids is told to zod before any schema is made: they share a chunk, so that nothing comes between.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'zod', test: /node_modules\/zod\/|renderer\/content-security/ },
              // Views come one by one when Home is there. What most of them share comes with it: small files would be a hundred.
              { name: 'shared', test: shared },
            ],
          },
        },
      },
      // light-dark() is kept as it is written: every browser since the middle of 2024 knows it.
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    },
  };
});
