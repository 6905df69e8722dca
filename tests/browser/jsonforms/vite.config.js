import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

export default defineConfig({
  plugins: [viteSingleFile()],
  // Hundreds of notes on directives for servers, in packages that also run there.
  logLevel: 'error',
  build: { target: 'es2022', outDir: '../dist', emptyOutDir: true },
});
