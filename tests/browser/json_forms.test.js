// The emitted form in JSON Forms: what a person does with it, and what comes out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, assess, browser, catalogue, domains, indicatorsOf, sample, schema } from './support.js';
import { CATEGORIES, card, choose, data, emitted, fill, memberOf, openForms, tick } from './json_forms.js';

const contexts = {};
before(async () => {
  for (const lang of LANGUAGES) contexts[lang] = await browser(lang);
});
after(() => Promise.all(Object.values(contexts).map((context) => context.close())));

const quiet = (page) => assert.deepEqual(page.said, [], 'the console is silent');

/** The labels of the options of an indicator. */
function labelsOf(indicator, lang) {
  const type = catalogue.answer_types[indicator.answer_type];
  return [...(type.options ?? []).map(({ label }) => label), ...(type.none ? [type.none] : [])].map((label) => label[lang]);
}

for (const lang of LANGUAGES) {
  test(`all questions stand in six categories, and an untouched form submits the blank set (${lang})`, { timeout: 120_000 }, async () => {
    const page = await openForms(contexts[lang], lang);
    let count = 0;
    for (const category of CATEGORIES) {
      await choose(page, category);
      const domain = domains.find(({ code }) => code === category);
      const said = await page.locator('main').innerText();
      // What the builder says by itself when it finds no translation.
      for (const words of ['No data', 'Add to', 'required property', 'must match', 'must NOT']) assert.ok(!said.includes(words), words);
      for (const indicator of domain ? indicatorsOf(domain) : []) {
        const text = await card(page, indicator.code).innerText();
        for (const words of [indicator.title[lang], indicator.question[lang], ...labelsOf(indicator, lang)]) {
          assert.ok(text.includes(words), `${indicator.code}: ${words}`);
        }
        count += 1;
      }
    }
    assert.equal(count, domains.flatMap(indicatorsOf).length);
    assert.deepEqual(await data(page), schema('blank', '--lang', lang));
    quiet(page);
    await page.close();
  });

  test(`a wrong entry is explained at its control, in the words of the form (${lang})`, async () => {
    const page = await openForms(contexts[lang], lang);
    await choose(page, 'WG');
    await card(page, 'WG05').getByLabel(memberOf(lang, 'WG05', 'in_force_since').title, { exact: true }).fill('2021-13');
    await card(page, 'WG04').getByLabel(memberOf(lang, 'WG04', 'answer').title, { exact: true }).fill('2000');
    const { translations } = emitted[lang];
    await card(page, 'WG05').getByText(translations['error.pattern']).waitFor();
    await card(page, 'WG04').getByText(translations['error.maximum']).waitFor();
    assert.equal(await page.getByText(translations['error.pattern']).count(), 1);
    assert.equal(await page.getByText(translations['error.maximum']).count(), 1);
    await page.close();
  });
}

test('a set that is opened comes out equal, without a message, and gives the same profile', async () => {
  const set = { ...sample(), 'x-office': { note: [1, null, {}] } };
  const page = await openForms(contexts.es, 'es', set);
  for (const category of CATEGORIES) await choose(page, category);
  assert.deepEqual(await data(page), set);
  assert.deepEqual(await page.evaluate(() => window.form.errors), []);
  assert.deepEqual(assess(await data(page)), assess(set));
  quiet(page);
  await page.close();
});

test('a domain filled by hand passes the checks and gives the figures of the sample', { timeout: 300_000 }, async () => {
  const whole = sample();
  const blank = { ...whole, round: { ...whole.round, stage: 'draft' }, answers: {}, queries: [], priorities: [] };
  const page = await openForms(contexts.es, 'es', blank);
  await choose(page, 'MR');
  const want = {};
  for (const { code } of indicatorsOf(domains[0])) {
    // A draft does not ask how far an answer was reviewed.
    const { review, ...entry } = whole.answers[code];
    want[code] = entry;
    await fill(page, 'es', code, entry, whole);
  }
  const set = await data(page);
  assert.deepEqual(set.answers, want);
  const { profile, problems } = assess(set);
  assert.equal(problems, undefined);
  assert.deepEqual(profile.domains[0].figures, assess(whole).profile.domains[0].figures);
  quiet(page);
  await page.close();
});

test('a draft is submitted, opened again in a new page, and finished', async () => {
  const want = sample();
  const draft = sample();
  delete draft.answers.PA02;
  const first = await openForms(contexts.en, 'en', draft);
  await choose(first, 'PA');
  await fill(first, 'en', 'PA02', { answer: 'not_in_place' }, want);
  const saved = await data(first);
  assert.equal(saved.answers.PA02.answer, 'not_in_place');
  const second = await openForms(contexts.en, 'en', saved);
  await choose(second, 'PA');
  const { answer, evidence } = want.answers.PA02;
  await fill(second, 'en', 'PA02', { answer, evidence, by: want.answers.PA02.by }, want);
  const set = await data(second);
  assert.deepEqual(assess(set).profile.domains.map(({ figures }) => figures), assess(want).profile.domains.map(({ figures }) => figures));
  await first.close();
  await second.close();
});

test('a reason and a checklist that are cleared leave the question unanswered', async () => {
  const page = await openForms(contexts.es, 'es', sample());
  await choose(page, 'SO');
  await card(page, 'SO04').getByLabel(memberOf('es', 'SO04', 'state').title, { exact: true }).hover();
  await card(page, 'SO04').locator('.MuiAutocomplete-clearIndicator').first().click();
  await choose(page, 'WG');
  for (const item of sample().answers.WG08.answer) {
    const name = emitted.es.translations[`answer_type.groups_with_measures.${item}`];
    await tick(card(page, 'WG08').getByRole('checkbox', { name, exact: true }), false);
  }
  const set = await data(page);
  assert.equal(set.answers.SO04.state, undefined);
  assert.equal(set.answers.WG08.answer?.length ?? 0, 0);
  const codes = assess(set).problems.map(({ code, pointer }) => `${code} ${pointer}`);
  for (const code of ['SO04', 'WG08']) assert.ok(codes.some((problem) => problem.includes(code)), codes.join('\n'));
  await page.close();
});

test('a question is answered and the next category reached with the keyboard alone', async () => {
  const page = await openForms(contexts.en, 'en');
  const tabTo = async (matches) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(matches)) return;
    }
    assert.fail(`the keyboard does not reach ${matches}`);
  };
  await tabTo(() => document.activeElement.role === 'tab' || document.activeElement.getAttribute('role') === 'tab');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await card(page, 'MR01').waitFor();
  await tabTo(() => document.activeElement.type === 'radio');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.deepEqual((await data(page)).answers, { MR01: { answer: 'regular_only' } });
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await card(page, 'WG01').waitFor();
  await page.close();
});
