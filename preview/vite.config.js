import { defineConfig } from 'vite';

// The built files are part of the program and are kept in the repository: names without hashes keep changes readable,
// and one chunk is one request.
export default defineConfig({
  base: './',
  resolve: {
    alias: { 'lit/directives/style-map.js': new URL('./src/style-map.js', import.meta.url).pathname },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: {
      output: {
        entryFileNames: 'page.js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
