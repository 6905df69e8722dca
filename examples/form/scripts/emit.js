// Writes src/forms.json: what the crate emits for the form, for every language, stage and part.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LANGUAGES = ['es', 'en'];
const STAGES = ['draft', 'in_validation', 'final'];

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const schema = (...args) =>
  JSON.parse(execFileSync('cargo', ['run', '--quiet', '--example', 'schema', '--', ...args], { cwd, maxBuffer: 1 << 26 }));

const { notice } = JSON.parse(readFileSync(new URL('../../../indicators/local/catalogue.json', import.meta.url)));

const forms = {};
for (const lang of LANGUAGES) {
  const domains = schema('form', '--lang', lang, '--ui', 'rjsf').answers['ui:options'].groups;
  const { translations } = schema('form', '--lang', lang, '--ui', 'jsonforms');
  const parts = ['head', ...domains.map((group) => group.domain)];
  const stages = {};
  let terms;
  for (const stage of STAGES) {
    stages[stage] = {};
    for (const part of parts) {
      const chosen = part === 'head' ? ['--head'] : ['--domain', part];
      const form = (...rest) => schema('form', '--lang', lang, '--stage', stage, ...chosen, ...rest);
      // The glossary is the same in all of them.
      const { 'x-terms': glossary, ...rest } = form();
      terms = glossary;
      stages[stage][part] = { schema: rest, ui: form('--ui', 'rjsf') };
    }
  }
  forms[lang] = {
    blank: schema('blank', '--lang', lang),
    notice: notice[lang],
    terms,
    messages: translations,
    stages,
  };
}
writeFileSync(new URL('../src/forms.json', import.meta.url), JSON.stringify(forms));
