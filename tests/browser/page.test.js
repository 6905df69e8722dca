// The page of examples/form: what a person does with it, and what comes out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, NARROW, assess, browser, domains, indicatorsOf, read, sample, schema } from './support.js';
import { STEPS, WORDS, blankPage, control, fill, fillMembers, fillRows, go, open, openPage, optionsOf, pageWith, question, save } from './page.js';

const contexts = {};
before(async () => {
  for (const lang of LANGUAGES) contexts[lang] = await browser(lang);
});
after(() => Promise.all(Object.values(contexts).map((context) => context.close())));

const quiet = (page) => assert.deepEqual(page.said, [], 'the console is silent');
const visitAll = async (page) => {
  for (const step of STEPS) await go(page, step);
};

for (const lang of LANGUAGES) {
  test(`all questions stand in six steps, with their titles, questions and options (${lang})`, async () => {
    const page = await blankPage(contexts[lang], lang);
    let count = 0;
    for (const domain of domains) {
      await go(page, domain.code);
      assert.equal(await page.locator('h1').innerText(), domain.title[lang]);
      for (const indicator of indicatorsOf(domain)) {
        const text = await question(page, indicator.code).innerText();
        assert.ok(text.includes(indicator.title[lang]) && text.includes(indicator.question[lang]), indicator.code);
        count += 1;
      }
      assert.equal(await page.locator('article.question').count(), indicatorsOf(domain).length);
    }
    assert.equal(count, domains.flatMap(indicatorsOf).length);
    quiet(page);
    await page.close();
  });

  test(`an untouched form saves the blank set, whichever steps were seen (${lang})`, async () => {
    const page = await blankPage(contexts[lang], lang);
    await visitAll(page);
    const { set } = await save(page);
    assert.deepEqual(set, schema('blank', '--lang', lang));
    assert.deepEqual(set.answers, {});
    await page.close();
  });

  test(`a wrong entry is explained at its question, in plain words (${lang})`, async () => {
    const page = await blankPage(contexts[lang], lang);
    const { translations } = schema('form', '--lang', lang, '--ui', 'jsonforms');
    await go(page, 'WG');
    await control(page, 'answers', 'WG04', 'answer').fill('3,5');
    await question(page, 'WG05').locator('details.more summary').click();
    await control(page, 'answers', 'WG05', 'in_force_since').fill('2021-13');
    await control(page, 'answers', 'WG01', 'account').evaluate((field) => field.closest('details').setAttribute('open', ''));
    await control(page, 'answers', 'WG01', 'account').focus();
    for (const [code, member, keyword] of [['WG04', 'answer', 'type'], ['WG05', 'in_force_since', 'pattern']]) {
      const said = question(page, code).locator('.problem');
      assert.equal(await said.count(), 1);
      assert.ok((await said.innerText()).endsWith(translations[`error.${keyword}`]), await said.innerText());
      const field = control(page, 'answers', code, member);
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      assert.ok((await field.getAttribute('aria-describedby')).includes(await said.getAttribute('id')));
    }
    assert.equal(await page.locator('.problem').count(), 2);
    // The summary leads to the field.
    await page.locator('.summary a').first().click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'root_answers_WG04_answer');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3.5');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('.problem').count(), 1);
    assert.equal((await save(page)).set.answers.WG04.answer, 3.5);
    await page.close();
  });
}

test('a file that is opened and saved comes out equal, with what the page does not show', async () => {
  const set = sample();
  set['x-office'] = { note: [1, null, {}], empty: [] };
  set.place['x-code'] = 7;
  set.sources[0]['x-shelf'] = 'B2';
  set.answers.MR01['x-file'] = {};
  set.answers.MR01.evidence[0]['x-page'] = 3;
  set.answers['x-draft'] = 'kept';
  set.answers.MR02 = { answer: 'partly', state: 'unknown' };
  set.answers.MR03 = {};
  const page = await pageWith(contexts.es, set);
  await visitAll(page);
  assert.deepEqual((await save(page)).set, set);
  // Also after a change somewhere else.
  await go(page, 'WG');
  await control(page, 'answers', 'WG01', 'answer-3').check();
  const { set: got } = await save(page);
  set.answers.WG01.answer = 'not_in_place';
  assert.deepEqual(got, set);
  assert.deepEqual(Object.keys(got), Object.keys(set));
  quiet(page);
  await page.close();
});

test('the sample, opened and saved, gives the same profile', async () => {
  const page = await pageWith(contexts.es, sample());
  await visitAll(page);
  const { set } = await save(page);
  assert.deepEqual(assess(set), assess(sample()));
  await page.close();
});

test('a questionnaire filled by hand passes the checks and gives the figures of the sample', { timeout: 300_000 }, async () => {
  const want = sample();
  const codes = [...['MR', 'SO'].flatMap((code) => indicatorsOf(domains.find((domain) => domain.code === code))).map(({ code }) => code), 'CR05', 'WG04', 'WG08', 'WG18'];
  const answers = Object.fromEntries(codes.map((code) => [code, want.answers[code]]));
  const cited = new Set(Object.values(answers).flatMap(({ evidence = [] }) => evidence.map(({ source }) => source)));
  const sources = want.sources.filter(({ id }) => cited.has(id));
  const respondents = want.respondents.map(({ id }) => id);

  const page = await blankPage(contexts.es, 'es');
  await fillMembers(page, ['place'], want.place);
  await fillMembers(page, ['round'], { ...want.round, stage: 'in_validation' });
  await fillMembers(page, [], { context: want.context });
  await go(page, 'institutions');
  await fillRows(page, 'respondents', want.respondents);
  await go(page, 'sources');
  await fillRows(page, 'sources', sources);
  for (const { code } of domains) {
    await go(page, code);
    for (const [key, entry] of Object.entries(answers)) {
      if (key.startsWith(code)) await fill(page, key, entry, respondents);
    }
  }
  assert.equal(await page.locator('.problem').count(), 0);
  const { set, name } = await save(page);
  assert.equal(name, 'mgi-pa-10-chorrera-2021-in_validation.json');
  assert.deepEqual(set.answers, answers);
  assert.deepEqual(set.respondents, want.respondents);
  assert.deepEqual(set.sources, sources);

  const { profile, problems } = assess(set);
  assert.equal(problems, undefined);
  const whole = assess(want).profile;
  for (const code of ['MR', 'SO']) {
    const figures = (from) => from.domains.find((domain) => domain.code === code).figures;
    assert.ok(figures(whole));
    assert.deepEqual(figures(profile), figures(whole), code);
  }
  quiet(page);
  await page.close();
});

test('a draft is saved, opened again in a new page, and finished', async () => {
  const want = sample();
  const draft = sample();
  draft.round.stage = 'draft';
  delete draft.answers.MR03;
  delete draft.answers.SO13;
  const first = await pageWith(contexts.es, draft);
  await go(first, 'MR');
  assert.match(await first.locator('.dealt').innerText(), /^19 de 20/);
  const respondents = want.respondents.map(({ id }) => id);
  // How far an answer was reviewed is asked from the validation on, not in a draft.
  const { review, ...entry } = want.answers.MR03;
  await fill(first, 'MR03', entry, respondents);
  const saved = await save(first);
  assert.ok(assess(saved.set).profile, 'a draft passes as a draft');
  assert.ok(assess(saved.set, '--stage', 'final').problems, 'and not as final');

  const second = await pageWith(contexts.es, saved.set);
  await fillMembers(second, ['round'], { stage: 'final' });
  await go(second, 'MR');
  await fill(second, 'MR03', { review }, respondents);
  await go(second, 'review');
  const missing = second.locator('details.part');
  assert.equal(await missing.count(), 1);
  await missing.locator('summary').click();
  await missing.locator('a').first().click();
  assert.equal(await second.locator('h1').innerText(), domains.find(({ code }) => code === 'SO').title.es);
  assert.ok(await question(second, 'SO13').evaluate((element) => element.contains(document.activeElement)));
  await fill(second, 'SO13', want.answers.SO13, respondents);
  await go(second, 'review');
  assert.equal(await second.locator('details.part').count(), 0);
  const { set } = await save(second);
  assert.deepEqual(assess(set), assess(want));
  await first.close();
  await second.close();
});

test('a question that is cleared is unanswered again, whatever its kind', async () => {
  const page = await pageWith(contexts.es, sample());
  await go(page, 'WG');
  await question(page, 'WG01').getByRole('button', { name: WORDS.es.clear }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'root_answers_WG01_answer-0');
  for (const item of sample().answers.WG08.answer) {
    await control(page, 'answers', 'WG08', `answer-${optionsOf('WG08').indexOf(item)}`).uncheck();
  }
  await control(page, 'answers', 'WG04', 'answer').fill('');
  await go(page, 'SO');
  await control(page, 'answers', 'SO05', 'state').selectOption('');
  const { set } = await save(page);
  const codes = ['WG01', 'WG08', 'WG04', 'SO05'];
  for (const code of codes) {
    assert.equal(set.answers[code]?.answer, undefined);
    assert.equal(set.answers[code]?.state, undefined);
    assert.equal(set.answers[code]?.act, undefined);
  }
  const { problems } = assess(set);
  const unanswered = problems.filter(({ code }) => code === 'rsp.answer.missing' || /unanswered/.test(code));
  assert.equal(unanswered.length, codes.length, JSON.stringify(problems, null, 1));
  await page.close();
});

test('a question has an answer or a reason, never both, and a slip of the hand loses nothing', async () => {
  const page = await pageWith(contexts.es, sample());
  const want = sample().answers.MR05;
  await go(page, 'MR');
  await control(page, 'answers', 'MR05', 'answer-0').check();
  const answered = (await save(page)).set.answers.MR05;
  assert.deepEqual([answered.answer, answered.state, answered.holder, answered.in_territory], ['all', undefined, undefined, undefined]);
  assert.equal(answered.account, want.account);
  await control(page, 'answers', 'MR05', 'state').selectOption(want.state);
  assert.deepEqual((await save(page)).set.answers.MR05, want);
  await control(page, 'answers', 'MR05', 'state').selectOption('unknown');
  const unknown = (await save(page)).set.answers.MR05;
  assert.deepEqual([unknown.state, unknown.holder, unknown.legal_basis], ['unknown', undefined, undefined]);
  await control(page, 'answers', 'MR05', 'state').selectOption(want.state);
  assert.deepEqual((await save(page)).set.answers.MR05, want);
  await page.close();
});

test('"none of these" stands alone', async () => {
  const page = await blankPage(contexts.es, 'es');
  await go(page, 'WG');
  const tick = (item) => control(page, 'answers', 'WG08', `answer-${optionsOf('WG08').indexOf(item)}`).check();
  await tick('refugees');
  await tick('children');
  assert.deepEqual((await save(page)).set.answers.WG08, { answer: ['children', 'refugees'] });
  await tick('none');
  assert.deepEqual((await save(page)).set.answers.WG08, { answer: ['none'] });
  await tick('lgbti');
  assert.deepEqual((await save(page)).set.answers.WG08, { answer: ['lgbti'] });
  await page.close();
});

test('a question whose condition is false is not asked and not counted', async () => {
  const page = await blankPage(contexts.es, 'es');
  await go(page, 'SO');
  assert.match(await page.locator('.dealt').innerText(), /^0 de 13/);
  await go(page, 'CR');
  await control(page, 'answers', 'CR05', `answer-${optionsOf('CR05').length - 1}`).check();
  await go(page, 'SO');
  assert.match(await page.locator('.dealt').innerText(), /^0 de 12/);
  assert.match(await question(page, 'SO12').innerText(), /CR05/);
  assert.equal(await question(page, 'SO12').locator('input').count(), 0);
  await page.close();
});

test('rows that are left empty are not saved, and a row takes an id by itself', async () => {
  const page = await blankPage(contexts.es, 'es');
  await go(page, 'sources');
  await control(page, 'sources__add').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'root_sources_0_title');
  await control(page, 'sources__add').click();
  await control(page, 'sources', 1, 'title').fill('Plan');
  await go(page, 'MR');
  await question(page, 'MR01').locator('details.more summary').click();
  await control(page, 'answers', 'MR01', 'evidence__add').click();
  const { set } = await save(page);
  assert.deepEqual(set.sources, [{ id: 's02', title: 'Plan' }]);
  assert.deepEqual(set.answers, {});
  await go(page, 'sources');
  await page.getByRole('button', { name: /^Quitar: Fuente 2/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'root_sources__add');
  assert.equal((await save(page)).set.sources?.length ?? 0, 0);
  await page.close();
});

test('at the final stage what is missing is said at its question', async () => {
  const set = sample();
  delete set.answers.PA02;
  const page = await pageWith(contexts.en, set);
  await go(page, 'PA');
  assert.equal(await page.locator('.problem').count(), 1);
  assert.equal(await question(page, 'PA02').locator('.problem').count(), 1);
  await page.close();
});

test('made-up answers are announced on every step', async () => {
  const page = await pageWith(contexts.es, sample());
  for (const step of STEPS) {
    await go(page, step);
    assert.ok(await page.locator('.banner').isVisible());
  }
  await open(page, { ...sample(), illustrative: false });
  assert.equal(await page.locator('.banner').count(), 0);
  await page.close();
});

test('leaving with unsaved changes asks first, and not otherwise', async () => {
  const page = await pageWith(contexts.es, sample());
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await page.reload();
  assert.equal(asked, 0);
  await open(page, sample());
  await fillMembers(page, ['place'], { name: 'Otro' });
  await page.reload();
  assert.equal(asked, 1);
  await open(page, sample());
  await fillMembers(page, ['place'], { name: 'Otro' });
  await open(page, read('indicators/samples/la-chorrera-2021-draft.json'));
  assert.equal(asked, 2);
  await page.close();
});

test('a file that is no response set of this instrument is refused in plain words', async () => {
  const page = await openPage(contexts.es);
  const news = page.locator('.news');
  const choose = (text) => page.locator('input[type=file]').first().setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  for (const [text, words] of [
    ['{', 'No se pudo leer'],
    ['[]', 'no contiene respuestas'],
    [JSON.stringify({ ...sample(), catalogue: { id: 'other', version: '1.0.0' } }), 'otro cuestionario'],
    [JSON.stringify({ ...sample(), catalogue: { id: 'mgi-local', version: '9.0.0' } }), 'otra versión'],
  ]) {
    await choose(text);
    await news.getByText(words).waitFor();
  }
  await choose(`\uFEFF${JSON.stringify(sample())}`);
  await page.locator('#step').waitFor();
  await page.close();
});

test('the page works from a file, asks no network and stores nothing', async () => {
  const page = await pageWith(contexts.es, sample());
  await visitAll(page);
  await save(page);
  assert.deepEqual(page.asked, []);
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(stored, [0, 0, '']);
  await page.close();
});

test('a question is answered, the next step reached and the file saved with the keyboard alone', async () => {
  const page = await openPage(contexts.en);
  const focused = () => page.evaluate(() => `${document.activeElement.id} ${document.activeElement.innerText}`);
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    assert.fail(`the keyboard does not reach ${wanted}`);
  };
  await page.keyboard.press('Tab');
  assert.match(await focused(), / Skip/);
  await tabTo(/ Begin/);
  await page.keyboard.press('Enter');
  await page.locator('#step').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'step');
  await page.keyboard.press('Shift+Tab');
  await go(page, 'MR');
  await tabTo(/MR01_answer-0/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.ok(await control(page, 'answers', 'MR01', 'answer-1').isChecked());
  await tabTo(/MR01_state/);
  await page.locator('.turn button').last().focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('h1').innerText(), domains[1].title.en);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'step');
  await page.locator('.skip').focus();
  await tabTo(/ Save/);
  await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await page.close();
});

test('the language can be changed at any time, and the entries stay', async () => {
  const page = await pageWith(contexts.es, sample());
  await go(page, 'MR');
  await page.getByRole('button', { name: WORDS.en.language }).click();
  assert.equal(await page.locator('h1').innerText(), domains[0].title.en);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.deepEqual((await save(page)).set, sample());
  await page.close();
});

test('at the width of a telephone nothing runs out of sight', async (t) => {
  const context = await browser('es', NARROW);
  t.after(() => context.close());
  const page = await pageWith(context, sample());
  for (const step of STEPS) {
    await go(page, step);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(beyond <= 0, `${step}: ${beyond} pixels`);
  }
});
