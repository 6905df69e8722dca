// The page: one response set, its steps, opening and saving.
import { useEffect, useMemo, useRef, useState } from 'react';
import Form from '@rjsf/core';
import { check, idOf, validator } from './check.js';
import { LANGUAGES, blank, formOf, glossary, headOf, messages, notice, questionsOf, steps } from './forms.js';
import { fileName, oneOrTheOther, parse, print, progress, settle, withIds } from './set.js';
import { ProblemList, Review } from './review.jsx';
import { templates } from './templates.jsx';
import { texts } from './texts.js';
import { widgets } from './widgets.jsx';

export function App() {
  const [lang, setLang] = useState(() => LANGUAGES.find((tag) => navigator.language.startsWith(tag)) ?? LANGUAGES[0]);
  const [set, setSet] = useState(null);
  const [saved, setSaved] = useState(null);
  const [at, setAt] = useState('about');
  const [notice, setNotice] = useState('');
  const [wasReviewed, setWasReviewed] = useState(false);
  const [goal, setGoal] = useState(null);
  const drawers = useRef({});
  const t = texts(lang);
  const isDirty = set !== null && print(set) !== saved;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = headOf(lang).title;
  }, [lang]);

  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);

  // A new step begins at its heading, or at the field that a link named.
  useEffect(() => {
    if (set === null) return;
    if (goal === null) document.getElementById('step')?.focus();
    else focusField(goal);
  }, [at, goal, set === null]);

  const begin = (next, text) => {
    drawers.current = {};
    setSet(next);
    setSaved(text);
    setAt('about');
    setGoal(null);
    setWasReviewed(false);
    setNotice('');
  };
  const mayDiscard = () => !isDirty || window.confirm(t.discard);
  const open = async (file) => {
    const result = parse(await file.text(), blank(lang));
    if (result.refusal) setNotice(t[result.refusal]);
    else if (mayDiscard()) begin(result.set, print(result.set));
  };
  const save = () => {
    const text = print(set);
    download(fileName(set), text);
    setSaved(text);
    setNotice(`${t.saved} ${fileName(set)}`);
  };
  const go = (step, field = null) => {
    if (step === 'review') setWasReviewed(true);
    setGoal(field && { id: field });
    setAt(step);
    setNotice('');
  };
  const beginBlank = () => {
    const empty = blank(lang);
    begin(empty, print(empty));
  };

  const list = steps(lang);
  const step = list.find(({ id }) => id === at);
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="bar">
        <p className="name">{headOf(lang).title}</p>
        <div className="tools">
          {set && (
            <>
              <OpenButton text={t.open} onFile={open} />
              <button type="button" className="strong" onClick={save}>
                {t.save}
              </button>
            </>
          )}
          <Glossary terms={glossary(lang)} t={t} />
          <fieldset className="languages">
            <legend className="unseen">{t.language}</legend>
            {LANGUAGES.map((tag) => (
              <button key={tag} type="button" lang={tag} aria-pressed={tag === lang} className="quiet" onClick={() => setLang(tag)}>
                {texts(tag).languageName}
              </button>
            ))}
          </fieldset>
        </div>
        <p className="news" role="status">
          {notice || (set && (isDirty ? t.unsaved : t.allSaved))}
        </p>
        {set?.illustrative === true && <p className="banner">{t.illustrative}</p>}
      </header>
      {set === null ? (
        <Start lang={lang} t={t} onBlank={beginBlank} onFile={open} />
      ) : (
        <div className="columns">
          <Steps list={list} at={at} t={t} lang={lang} set={set} onGo={go} />
          <main id="main">
            <p className="place">
              {[set.place?.name, set.round?.period].filter((word) => word?.trim()).join(', ')}
            </p>
            <h1 id="step" tabIndex={-1}>
              {step.title ?? t[step.id]}
            </h1>
            {step.id === 'review' ? (
              <Review lang={lang} t={t} set={set} list={list} onGo={go} />
            ) : (
              <StepForm
                key={step.id}
                lang={lang}
                t={t}
                step={step}
                set={set}
                onSet={setSet}
                drawers={drawers.current}
                showsMissing={wasReviewed || set.round?.stage === 'final'}
              />
            )}
            <Turn list={list} at={at} t={t} onGo={go} onSave={save} />
          </main>
        </div>
      )}
    </>
  );
}

function Start({ lang, t, onBlank, onFile }) {
  const head = headOf(lang);
  return (
    <main id="main" className="start">
      <h1>{head.title}</h1>
      <p>{head.description}</p>
      <p>{notice(lang)}</p>
      <h2>{t.start}</h2>
      <ol>
        {[t.how1, t.how2, t.how3, t.how4].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className="tools">
        <button type="button" className="strong" onClick={onBlank}>
          {t.startBlank}
        </button>
        <OpenButton text={t.open} onFile={onFile} />
      </div>
      <p className="note">{t.privacy}</p>
    </main>
  );
}

function Steps({ list, at, t, lang, set, onGo }) {
  const index = list.findIndex(({ id }) => id === at);
  // Where there is no room beside the questions, the steps fold away once one is chosen.
  const isWide = () => window.matchMedia('(min-width: 50rem)').matches;
  const [isOpen, setIsOpen] = useState(isWide);
  useEffect(() => setIsOpen(isWide()), [at]);
  return (
    <nav aria-label={t.steps}>
      <details className="steps" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>
          {t.step} {index + 1} {t.of} {list.length}
        </summary>
        <ol>
          {list.map((step) => (
            <li key={step.id}>
              <button type="button" aria-current={step.id === at ? 'step' : undefined} onClick={() => onGo(step.id)}>
                <span>{step.title ?? t[step.id]}</span>
                {step.group && <Count count={progress(questionsOf(lang, step.id), set.answers)} t={t} />}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

const Count = ({ count, t }) => (
  <span className="count">
    {count.answered + count.withReason} {t.of} {count.asked}
    <span className="unseen"> {t.dealtWith}</span>
  </span>
);

function Turn({ list, at, t, onGo, onSave }) {
  const index = list.findIndex(({ id }) => id === at);
  const name = (step) => step.title ?? t[step.id];
  const [before, after] = [list[index - 1], list[index + 1]];
  return (
    <div className="turn">
      {before && (
        <button type="button" onClick={() => onGo(before.id)}>
          {t.previous}: {name(before)}
        </button>
      )}
      <button type="button" onClick={onSave}>
        {t.save}
      </button>
      {after && (
        <button type="button" className="strong" onClick={() => onGo(after.id)}>
          {t.next}: {name(after)}
        </button>
      )}
    </div>
  );
}

function StepForm({ lang, t, step, set, onSet, drawers, showsMissing }) {
  const { schema, ui } = useMemo(() => formOf(lang, step, set), [lang, step.id, set.sources, set.respondents, set.round?.stage]);
  const problems = useMemo(() => check(schema, set, messages(lang)), [schema, set, lang]);
  // A wrong entry is spoken of when its field is left, not while it is being typed.
  const [noted, setNoted] = useState(() => new Set(problems.map(idOf)));
  const shown = problems.filter((problem) => noted.has(idOf(problem)) && (showsMissing || !problem.isMissing));
  const latest = useRef(problems);
  latest.current = problems;
  const note = () => whenReleased(() => setNoted(new Set(latest.current.map(idOf))));

  const change = ({ formData }) => {
    const next = { ...settle(set, formData) };
    next.answers = next.answers ?? {};
    for (const [code, entry] of Object.entries(next.answers)) {
      const before = set.answers?.[code];
      const question = schema.properties.answers?.properties?.[code];
      if (entry === before || !question) continue;
      const drawer = (drawers[code] ??= {});
      next.answers = { ...next.answers, [code]: oneOrTheOther(question, before, entry, drawer) };
    }
    if (next.sources) next.sources = withIds(next.sources, 's');
    if (next.respondents) next.respondents = withIds(next.respondents, 'r');
    onSet(settle(set, next));
  };

  const context = {
    t,
    group: step.group,
    questions: schema.properties.answers?.properties,
    answers: set.answers,
    problems: new Map(shown.map((problem) => [idOf(problem), problem])),
    hasSources: (set.sources ?? []).length > 0,
    hasRespondents: (set.respondents ?? []).length > 0,
  };
  return (
    <>
      {step.group && <Areas group={step.group} t={t} />}
      {step.group && <Dealt count={progress(questionsOf(lang, step.id), set.answers)} t={t} />}
      {shown.length > 0 && (
        <section className="summary" aria-labelledby="summary">
          <h2 id="summary">{t.problemsHere}</h2>
          <ProblemList problems={shown} schema={schema} onGo={(problem) => focusField({ id: idOf(problem) })} />
        </section>
      )}
      <Form
        tagName="div"
        schema={schema}
        uiSchema={{ ...ui, 'ui:submitButtonOptions': { norender: true } }}
        formData={set}
        formContext={context}
        validator={validator}
        templates={templates}
        widgets={widgets}
        noValidate
        showErrorList={false}
        onChange={change}
        onBlur={note}
      />
    </>
  );
}

function Areas({ group, t }) {
  const areas = group.subdomains.filter((area) => area.title !== null);
  if (areas.length === 0) return null;
  return (
    <nav className="areas" aria-label={t.areas}>
      <ul>
        {areas.map((area) => (
          <li key={area.code}>
            <a href={`#area-${area.code}`}>{area.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const Dealt = ({ count: { asked, answered, withReason }, t }) => (
  <p className="dealt">
    {answered + withReason} {t.of} {asked} {t.dealtWith}: {answered} {t.answered}, {withReason} {t.withReason}.
  </p>
);

function Glossary({ terms, t }) {
  const dialog = useRef(null);
  if (terms.length === 0) return null;
  return (
    <>
      <button type="button" onClick={() => dialog.current.showModal()}>
        {t.glossary}
      </button>
      <dialog ref={dialog} aria-labelledby="glossary">
        <h2 id="glossary">{t.glossary}</h2>
        <button type="button" className="strong" onClick={() => dialog.current.close()}>
          {t.close}
        </button>
        <dl tabIndex={0} aria-labelledby="glossary">
          {terms.map(({ term, definition }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}

function OpenButton({ text, onFile }) {
  const input = useRef(null);
  const take = ({ target }) => {
    const [file] = target.files;
    if (file) onFile(file);
    // The same file can be opened again.
    target.value = '';
  };
  return (
    <>
      <button type="button" onClick={() => input.current.click()}>
        {text}
      </button>
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={take} />
    </>
  );
}

function focusField({ id }) {
  const field = document.getElementById(id) ?? document.getElementById(`${id}-0`) ?? document.getElementById('step');
  for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  const control = field.matches('fieldset') ? (field.querySelector('input') ?? field) : field;
  control.focus();
  field.scrollIntoView({ block: 'center' });
}

// Leaving a field for a button must not move the button away under the finger that is pressing it.
let isPressed = false;
document.addEventListener('pointerdown', () => (isPressed = true), true);
document.addEventListener('pointerup', () => (isPressed = false), true);
document.addEventListener('pointercancel', () => (isPressed = false), true);

function whenReleased(act) {
  if (!isPressed) return act();
  const later = () => setTimeout(act);
  document.addEventListener('pointerup', later, { once: true });
  document.addEventListener('pointercancel', later, { once: true });
}

function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
