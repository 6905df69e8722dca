// Writes src/forms.json: what the crate emits for the form, for every language, stage and part.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
execFileSync('cargo', ['build', '--quiet', '--example', 'schema'], { cwd: root, stdio: 'inherit' });
const schema = (...args) =>
  JSON.parse(
    execFileSync('cargo', ['run', '--quiet', '--example', 'schema', '--', ...args], {
      cwd: root,
      maxBuffer: 1 << 26,
    }),
  );

const LANGUAGES = ['es', 'en'];
const STAGES = ['draft', 'in_validation', 'final'];

const forms = {};
for (const lang of LANGUAGES) {
  const domains = schema('form', '--lang', lang, '--ui', 'rjsf').answers['ui:options'].groups;
  const parts = ['head', ...domains.map((group) => group.domain)];
  forms[lang] = {
    blank: schema('blank', '--lang', lang),
    messages: schema('form', '--lang', lang, '--ui', 'jsonforms').translations,
    stages: Object.fromEntries(
      STAGES.map((stage) => {
        const form = (part, ...rest) => {
          const chosen = part === 'head' ? ['--head'] : ['--domain', part];
          return schema('form', '--lang', lang, '--stage', stage, ...chosen, ...rest);
        };
        const both = (part) => ({ schema: form(part), ui: form(part, '--ui', 'rjsf') });
        return [stage, Object.fromEntries(parts.map((part) => [part, both(part)]))];
      }),
    ),
  };
}
writeFileSync(new URL('../src/forms.json', import.meta.url), JSON.stringify(forms));
