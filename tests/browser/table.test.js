// A table of both builders, both languages and every step: the size of each, what the console says,
// and what axe finds.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, test } from 'node:test';
import { JSON_FORMS, LANGUAGES, NARROW, PAGE, axe, browser, picture, sample } from './support.js';
import * as forms from './json_forms.js';
import * as page from './page.js';

const rows = [];
const controls = (tab) => tab.locator('input:not([type=file]), select, textarea').count();

async function measure(builder, lang, step, tab) {
  const { grave, all } = await axe(tab);
  rows.push({ builder, lang, step, controls: await controls(tab), console: tab.said.length, grave: grave.length, other: all.length - grave.length });
  assert.deepEqual(tab.said, [], `${builder}, ${lang}, ${step}: the console is silent`);
  assert.deepEqual(grave, [], `${builder}, ${lang}, ${step}: axe finds nothing serious`);
}

for (const lang of LANGUAGES) {
  test(`the page is silent and accessible on every step, with the sample (${lang})`, { timeout: 240_000 }, async (t) => {
    const context = await browser(lang);
    t.after(() => context.close());
    const start = await page.openPage(context);
    await measure('page', lang, 'start', start);
    await picture(start, `page-${lang}-start`);
    const tab = await page.pageWith(context, sample());
    for (const step of page.STEPS) {
      await page.go(tab, step);
      await tab.locator('details').evaluateAll((boxes) => boxes.forEach((box) => (box.open = true)));
      await measure('page, sample', lang, step, tab);
      await picture(tab, `page-${lang}-${step}`);
    }
    await tab.getByRole('button', { name: lang === 'es' ? 'Glosario' : 'Glossary' }).click();
    await measure('page, sample', lang, 'glossary', tab);
  });

  test(`JSON Forms is silent and accessible in every category (${lang})`, { timeout: 240_000 }, async (t) => {
    const context = await browser(lang);
    t.after(() => context.close());
    const tab = await forms.openForms(context, lang, sample());
    for (const category of forms.CATEGORIES) {
      await forms.choose(tab, category);
      await measure('JSON Forms', lang, category, tab);
      await picture(tab, `json-forms-${lang}-${category}`);
    }
  });
}

test('the page is silent and accessible on a telephone, while it is blank', { timeout: 240_000 }, async (t) => {
  const telephone = await browser('es', NARROW);
  t.after(() => telephone.close());
  const small = await page.blankPage(telephone, 'es');
  for (const step of page.STEPS) {
    await page.go(small, step);
    await measure('page, blank, 360 px', 'es', step, small);
    await picture(small, `narrow-${step}`);
  }
});

after(() => {
  console.table(rows);
  for (const [name, file] of Object.entries({ page: PAGE, 'JSON Forms': JSON_FORMS })) {
    console.log(`${name}: one file of ${(statSync(file).size / 1e6).toFixed(2)} MB`);
  }
});
