// What is missing or wrong in a part of a set, each with its place and a message in plain words.
import { customizeValidator } from '@rjsf/validator-ajv8';

export const validator = customizeValidator();

// Keywords that only say that another one found something.
const ECHOES = ['if', 'propertyNames'];

/** Problems of `set` in the part that `schema` describes: `{path, isMissing, text}`, one for each place. */
export function check(schema, set, messages) {
  const validate = validator.ajv.compile(schema);
  if (validate(set)) return [];
  const problems = new Map();
  for (const error of validate.errors) {
    if (ECHOES.includes(error.keyword)) continue;
    const path = error.instancePath.split('/').slice(1).map(unescape);
    if (error.keyword === 'required') path.push(error.params.missingProperty);
    if (error.propertyName !== undefined) path.push(error.propertyName);
    const isMissing = error.keyword === 'required' || error.data === '';
    const keyword = isMissing ? 'required' : error.keyword;
    const text = error.propertyName === undefined ? messages[`error.${keyword}`] : messages['error.additionalProperties'];
    const key = path.join('/');
    if (!problems.has(key)) problems.set(key, { path, isMissing, text: text ?? error.message });
  }
  return [...problems.values()];
}

/** The id that the form gives to the field of a problem. */
export const idOf = ({ path }) => ['root', ...path].join('_');

const unescape = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');
