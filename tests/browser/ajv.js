// Whether Ajv agrees with the engine: `node ajv.js SCHEMA < LINES`, where each line is
// {"document": ..., "accepts": true|false}. Ajv is set once as the two form builders set it, and once
// strictly. It ends with 1 and every disagreement when there is one, and when there is no line at all.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));

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
const validators = {
  builders: new Ajv({ allErrors: true, multipleOfPrecision: 8, strict: false, verbose: true }).compile(schema),
  strict: strict.compile(schema),
};

let [documents, accepted, disagreements] = [0, 0, 0];
// Line by line: a hundred thousand documents are more than a text can hold.
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line) continue;
  const { document, accepts } = JSON.parse(line);
  documents += 1;
  accepted += Number(accepts);
  for (const [name, validate] of Object.entries(validators)) {
    if (validate(document) === accepts) continue;
    disagreements += 1;
    const why = validate.errors?.map((error) => `${error.instancePath} ${error.message}`).join('; ');
    console.error(`line ${documents}, Ajv ${name}: the engine ${accepts ? 'accepts' : 'refuses'} it; Ajv ${why ?? 'accepts it'}`);
  }
}
if (documents === 0) console.error('no line to compare');
else console.log(`${documents} documents, of which the engine accepts ${accepted}; 2 settings of Ajv, ${disagreements} disagreements`);
process.exitCode = documents > 0 && disagreements === 0 ? 0 : 1;
