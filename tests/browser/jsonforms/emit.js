// Writes forms.json: what the crate emits for JSON Forms, in every language.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const schema = (...args) =>
  JSON.parse(execFileSync('cargo', ['run', '--quiet', '--example', 'schema', '--', ...args], { cwd, maxBuffer: 1 << 26 }));

const forms = {};
for (const lang of ['es', 'en']) {
  forms[lang] = {
    blank: schema('blank', '--lang', lang),
    schema: schema('form', '--lang', lang),
    ...schema('form', '--lang', lang, '--ui', 'jsonforms'),
  };
}
writeFileSync(new URL('forms.json', import.meta.url), JSON.stringify(forms));
