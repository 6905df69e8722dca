import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

// One file with everything in it: it opens from a memory stick, where a page may not fetch its parts.
export default defineConfig({
  plugins: [viteSingleFile()],
  build: { target: 'es2020' },
});
