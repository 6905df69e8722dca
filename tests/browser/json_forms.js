// Driving the page with JSON Forms.
import { JSON_FORMS, LANGUAGES, catalogue, domains, indicatorsOf, schema, visit } from './support.js';

/** What the crate emits, in each language. */
export const emitted = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, { ...schema('form', '--lang', lang), ...schema('form', '--lang', lang, '--ui', 'jsonforms') }]),
);

export async function openForms(context, lang, set) {
  const page = await visit(context, JSON_FORMS, `#${lang}`);
  await page.getByRole('tab').first().waitFor();
  if (set) await page.evaluate((data) => window.form.open(data), set);
  return page;
}

/** The categories in order: three of the head, the domains, what follows. */
export const CATEGORIES = ['about', 'institutions', 'sources', ...domains.map(({ code }) => code), 'followUp'];

export async function choose(page, category) {
  const tab = page.getByRole('tab').nth(CATEGORIES.indexOf(category));
  const chosen = page.locator('[role=tab][aria-selected=true]').filter({ hasText: await tab.innerText() });
  // A click is lost where the tabs move under it, as the form draws itself anew: then it is made again.
  for (let clicks = 1; ; clicks += 1) {
    await tab.click();
    try {
      await chosen.waitFor({ timeout: 5_000 });
      break;
    } catch (error) {
      if (clicks === 5) throw error;
    }
  }
  const domain = domains.find(({ code }) => code === category);
  if (domain) await card(page, indicatorsOf(domain).at(-1).code).waitFor();
}

/** What the form submits, once it has taken over what was typed last: the Material renderers wait 300 ms. */
export async function data(page) {
  await page.waitForTimeout(500);
  return page.evaluate(() => window.form.data);
}

/** Ticks or unticks, and waits until the form shows it. */
export async function tick(box, wanted = true) {
  await box.click();
  const deadline = Date.now() + 10_000;
  while ((await box.isChecked()) !== wanted) {
    if (Date.now() > deadline) throw new Error(`${box} is not ${wanted ? 'ticked' : 'unticked'}`);
    await box.page().waitForTimeout(20);
  }
}

/** The group of a question. */
export const card = (page, code) => page.locator('.MuiCardHeader-root', { hasText: new RegExp(`^${code}\\. `) }).locator('xpath=..');

const indicators = new Map(domains.flatMap(indicatorsOf).map((indicator) => [indicator.code, indicator]));

/** The title of a member of a question, and the key of its labels. */
export function memberOf(lang, code, ...path) {
  const { properties, definitions } = emitted[lang];
  const resolve = (node) => (node?.$ref ? { ...definitions[node.$ref.split('/').pop()], ...node } : node);
  let node = properties.answers.properties[code];
  for (const name of path) {
    const details = (node.allOf ?? []).map((rule) => rule.then?.properties?.[name]);
    node = resolve(node.properties?.[name] ?? details.find(Boolean));
  }
  return node;
}

async function pick(page, combobox, label) {
  await combobox.click();
  await page.getByRole('option', { name: label, exact: true }).click();
}

/** Fills a question with an entry of a response set, control by control. */
export async function fill(page, lang, code, entry, { respondents = [], sources = [] }) {
  const group = card(page, code);
  const { translations } = emitted[lang];
  const label = (id) => translations[`answer_type.${indicators.get(code).answer_type}.${id}`];
  const { answer, state, by = [], evidence = [], ...others } = entry;
  const type = catalogue.answer_types[indicators.get(code).answer_type].kind;
  if (type === 'number' && answer !== undefined) await group.getByLabel(memberOf(lang, code, 'answer').title, { exact: true }).fill(String(answer));
  else if (Array.isArray(answer)) for (const item of answer) await tick(group.getByRole('checkbox', { name: label(item), exact: true }));
  else if (answer !== undefined) await tick(group.getByRole('radio', { name: label(answer), exact: true }));
  if (state) await pick(page, group.getByLabel(memberOf(lang, code, 'state').title, { exact: true }), translations[`State.${state}`]);
  for (const id of by) {
    const { institution } = respondents.find((respondent) => respondent.id === id);
    await tick(group.getByRole('checkbox', { name: institution, exact: true }));
  }
  for (const [at, { source, where }] of evidence.entries()) {
    await group.getByRole('button', { name: translations['array.addTooltip'], exact: true }).first().click();
    const { title, items } = memberOf(lang, code, 'evidence');
    const row = group.getByRole('group', { name: `${title} ${at + 1}`, exact: true });
    await pick(page, row.getByLabel(items.properties.source.title, { exact: true }), sources.find(({ id }) => id === source).title);
    if (where) await row.getByLabel(items.properties.where.title, { exact: true }).fill(where);
  }
  await fillMembers(page, lang, code, [], others);
}

async function fillMembers(page, lang, code, path, members) {
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'object') {
      await fillMembers(page, lang, code, [...path, name], value);
      continue;
    }
    const { title, i18n } = memberOf(lang, code, ...path, name);
    const field = card(page, code).getByLabel(title, { exact: true });
    if (i18n) await pick(page, field, emitted[lang].translations[`${i18n}.${value}`]);
    else await field.fill(value);
  }
}
