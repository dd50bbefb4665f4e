// How the page is built: one folder of static files that the local workspace serves. Edge.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Links to messages (`/archives/…`) show the page too: its files are named from the root.
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/workspace/page', import.meta.url)),
    emptyOutDir: true,
    // Nothing may be inlined as a data: address: the page runs under a policy that loads from its own server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox128', 'safari17.5'],
  },
});
