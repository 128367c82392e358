import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.CAICACH_API ?? 'http://127.0.0.1:8020';

/** `--mode gallery` builds the page with every widget in every state; the product is built without it. */
export default defineConfig(({ mode }) => ({
  root: 'src/web',
  plugins: [react()],
  // The server puts a fresh value in place of this word on every page it sends (see src/web/README.md).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: join(import.meta.dirname, 'dist', mode === 'gallery' ? 'gallery' : 'web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': API } },
  preview: { host: '127.0.0.1', port: 4174, strictPort: true },
  cacheDir: join(import.meta.dirname, '.cache', 'vite'),
}));
