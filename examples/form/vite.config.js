import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

// One file with everything in it: it opens from a memory stick, where a page may not fetch its parts.
export default defineConfig({
  plugins: [viteSingleFile()],
  build: {
    target: 'es2020',
    rollupOptions: {
      // A directive for servers in a package that also runs there says nothing here.
      onwarn: (warning, report) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || report(warning),
    },
  },
});
