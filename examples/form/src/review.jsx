// What was noticed and what is missing, over all steps, and how far each domain is.
import { check, idOf } from './check.js';
import { formOf, messages, questionsOf } from './forms.js';
import { progress, sum } from './set.js';

/** The title of the field at a path, as the schema of its step has it. */
function titleAt(schema, path) {
  let node = schema;
  const titles = [];
  for (const step of path) {
    node = resolve(schema, typeof step === 'number' || /^\d+$/.test(step) ? node?.items : memberOf(schema, node, step));
    if (/^\d+$/.test(step)) titles.push(String(Number(step) + 1));
    else if (node?.title && step !== 'answers') titles.push(node.title);
  }
  return titles.join(' · ') || path.join(' · ');
}

const resolve = (schema, node) => (node?.$ref ? { ...schema.definitions[node.$ref.split('/').pop()], ...node } : node);

const memberOf = (schema, node, name) =>
  node?.properties?.[name] ?? (node?.allOf ?? []).map((rule) => rule.then?.properties?.[name]).find(Boolean);

export function ProblemList({ problems, schema, onGo }) {
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={idOf(problem)}>
          <a
            href={`#${idOf(problem)}`}
            onClick={(event) => {
              event.preventDefault();
              onGo(problem);
            }}
          >
            {titleAt(schema, problem.path)}
          </a>
          : {problem.text}
        </li>
      ))}
    </ul>
  );
}

export function Review({ lang, t, set, list, onGo }) {
  const forms = list.filter((step) => step.part);
  const found = (stage) =>
    forms.map((step) => {
      const { schema } = formOf(lang, step, set, stage);
      // A domain shows the sources too; they have a step of their own.
      const isHere = ({ path }) => !step.group || path[0] === 'answers';
      return { step, schema, problems: check(schema, set, messages(lang)).filter(isHere) };
    });
  const wrong = found(undefined).map((part) => ({ ...part, problems: part.problems.filter((problem) => !problem.isMissing) }));
  const missing = found('final').map((part) => ({ ...part, problems: part.problems.filter((problem) => problem.isMissing) }));
  const isFinal = set.round?.stage === 'final';
  return (
    <>
      <h2>{t.progress}</h2>
      <Table lang={lang} t={t} set={set} list={list} />
      <p className="hint">{t.howCounted}</p>
      <h2>{t.problems}</h2>
      <Parts parts={wrong} none={t.noProblems} t={t} onGo={onGo} />
      <h2>{t.missing}</h2>
      {has(missing) && <p>{isFinal ? t.isFinal : t.missingInDraft}</p>}
      <Parts parts={missing} none={t.nothingMissing} t={t} onGo={onGo} />
      <p className="note">{t.notEverything}</p>
    </>
  );
}

const has = (parts) => parts.some(({ problems }) => problems.length > 0);

function Parts({ parts, none, t, onGo }) {
  if (!has(parts)) return <p>{none}</p>;
  return parts
    .filter(({ problems }) => problems.length > 0)
    .map(({ step, schema, problems }) => (
      <details key={step.id} className="part">
        <summary>
          {step.title ?? t[step.id]} ({problems.length})
        </summary>
        <ProblemList problems={problems} schema={schema} onGo={(problem) => onGo(step.id, idOf(problem))} />
      </details>
    ));
}

function Table({ lang, t, set, list }) {
  const rows = list.filter((step) => step.group).map((step) => [step.title, progress(questionsOf(lang, step.id), set.answers)]);
  const cells = ({ asked, answered, withReason }) => (
    <>
      <td>
        {answered + withReason} {t.of} {asked}
      </td>
      <td>{answered}</td>
      <td>{withReason}</td>
    </>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.domain}</th>
          <th scope="col">{t.dealtWith}</th>
          <th scope="col">{t.answered}</th>
          <th scope="col">{t.withReason}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, count]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {cells(count)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          {cells(sum(rows.map(([, count]) => count)))}
        </tr>
      </tfoot>
    </table>
  );
}
