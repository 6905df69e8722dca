// Driving the page of examples/form.
import { readFileSync } from 'node:fs';
import { PAGE, catalogue, domains, fileOf, indicatorsOf, visit } from './support.js';

export const WORDS = {
  es: { blank: 'Empezar en blanco', save: 'Guardar', clear: 'Borrar la respuesta', remove: 'Quitar', language: 'Español' },
  en: { blank: 'Begin with a blank questionnaire', save: 'Save', clear: 'Clear the answer', remove: 'Remove', language: 'English' },
};
/** The steps in the order of the page. */
export const STEPS = ['about', 'institutions', 'sources', ...domains.map(({ code }) => code), 'followUp', 'review'];

export const openPage = (context) => visit(context, PAGE);

/** The page with a blank questionnaire. */
export async function blankPage(context, lang) {
  const page = await openPage(context);
  await page.getByRole('button', { name: WORDS[lang].blank }).click();
  await page.locator('#step').waitFor();
  return page;
}

/** The page with a set that is opened as a person does: from a file. */
export async function pageWith(context, set) {
  const page = await openPage(context);
  await open(page, set);
  return page;
}

export async function open(page, set) {
  await page.locator('input[type=file]').first().setInputFiles(fileOf(set));
  await page.locator('#step').waitFor();
}

export async function go(page, step) {
  const steps = page.locator('details.steps');
  if (!(await steps.evaluate((details) => details.open))) await steps.locator('summary').click();
  await steps.locator('li button').nth(STEPS.indexOf(step)).click();
}

/** The set that the page saves, as text and as data. */
export async function save(page) {
  const button = page.locator('.tools > button.strong');
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = readFileSync(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), text, set: JSON.parse(text) };
}

export const question = (page, code) => page.locator(`#root_answers_${code}`);
export const control = (page, ...path) => page.locator(`#${['root', ...path].join('_')}`);

const indicators = new Map(domains.flatMap(indicatorsOf).map((indicator) => [indicator.code, indicator]));

/** The ids of the options of a question, in the order in which they are offered. */
export function optionsOf(code) {
  const type = catalogue.answer_types[indicators.get(code).answer_type];
  return [...(type.options ?? []).map(({ id }) => id), ...(type.none ? ['none'] : [])];
}

/** Fills a question with an entry of a response set, control by control. */
export async function fill(page, code, entry, respondents) {
  const at = (...path) => control(page, 'answers', code, ...path);
  const options = optionsOf(code);
  const { answer, state, by = [], evidence = [], ...others } = entry;
  const choose = (item) => control(page, 'answers', code, `answer-${options.indexOf(item)}`).check();
  if (typeof answer === 'string') await choose(answer);
  else if (Array.isArray(answer)) for (const item of answer) await choose(item);
  else if (answer !== undefined) await at('answer').fill(String(answer));
  if (state) await at('state').selectOption(state);
  const more = question(page, code).locator('details.more');
  if (!(await more.evaluate((details) => details.open))) await more.locator('summary').click();
  for (const id of by) await control(page, 'answers', code, `by-${respondents.indexOf(id)}`).check();
  for (const [row, { source, where }] of evidence.entries()) {
    await at('evidence__add').click();
    await at('evidence', row, 'source').selectOption(source);
    if (where) await at('evidence', row, 'where').fill(where);
  }
  await fillMembers(page, ['answers', code], others);
}

/** Fills the members of an object, whatever the control of each. */
export async function fillMembers(page, path, members) {
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'object') {
      await fillMembers(page, [...path, name], value);
      continue;
    }
    const field = control(page, ...path, name);
    const kind = await field.evaluate((element) => element.tagName);
    if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(String(value));
  }
}

/** Adds rows to a list and fills them. */
export async function fillRows(page, name, rows) {
  for (const [row, members] of rows.entries()) {
    await control(page, `${name}__add`).click();
    await fillMembers(page, [name, row], members);
  }
}
