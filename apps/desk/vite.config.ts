import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Served by the server under /desk/; in development the API is asked from a server started beside it. */
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['YIMEN_API'] ?? 'http://127.0.0.1:4100' } },
});
