// Whether Ajv agrees with the engine: `node ajv.js SCHEMA < LINES`, where each line is
// {"document": ..., "accepts": true|false}. Ajv is set once as the two form builders set it, and once
// strictly. It ends with 1 and every disagreement when there is one, and when there is no line at all.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);

/** The members of a schema that only annotate, which a strict Ajv has to be told of. */
function annotations(node, found = new Set()) {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('x-') || ['i18n', 'enumDescriptions'].includes(key)) found.add(key);
    annotations(value, found);
  }
  return found;
}

const strict = new Ajv({ allErrors: true, strictSchema: true, strictNumbers: true, strictTypes: false });
strict.addVocabulary([...annotations(schema)]);
const settings = {
  builders: new Ajv({ allErrors: true, multipleOfPrecision: 8, strict: false, verbose: true }),
  strict,
};

let disagreements = 0;
for (const [name, ajv] of Object.entries(settings)) {
  const validate = ajv.compile(schema);
  for (const [number, line] of lines.entries()) {
    const { document, accepts } = JSON.parse(line);
    if (validate(document) === accepts) continue;
    disagreements += 1;
    const why = validate.errors?.map((error) => `${error.instancePath} ${error.message}`).join('; ');
    console.error(`line ${number + 1}, Ajv ${name}: the engine ${accepts ? 'accepts' : 'refuses'} it; Ajv ${why ?? 'accepts it'}`);
  }
}
if (lines.length === 0) console.error('no line to compare');
else console.log(`${lines.length} documents, ${Object.keys(settings).length} settings of Ajv, ${disagreements} disagreements`);
process.exitCode = lines.length > 0 && disagreements === 0 ? 0 : 1;
