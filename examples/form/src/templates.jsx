// How fields, questions and lists are laid out.
import { useEffect, useRef } from 'react';
import { aria } from './widgets.jsx';
import { detailsOf, isAsked, isEmpty } from './set.js';

const Problem = ({ id, registry }) => {
  const { problems, t } = registry.formContext;
  if (!problems.has(id)) return null;
  return (
    <p className="problem" id={`${id}__problem`}>
      <strong>{t.problem}:</strong> {problems.get(id).text}
    </p>
  );
};

const Hint = ({ id, text }) =>
  text ? (
    <p className="hint" id={`${id}__hint`}>
      {text}
    </p>
  ) : null;

function Field(props) {
  const { id, label, required, hidden, children, schema, uiSchema, registry, rawDescription, fieldPathId, formData } = props;
  if (hidden) return <div hidden>{children}</div>;
  const widget = uiSchema?.['ui:widget'];
  const isGroup = widget === 'radio' || widget === 'checkboxes';
  if (!isGroup && ['object', 'array'].includes(schema.type)) return children;
  const { t } = registry.formContext;
  // At the final stage every question is needed; saying so at each would be noise.
  const isAnswer = fieldPathId.path[0] === 'answers' && fieldPathId.path.length === 3;
  // What the start page says once need not stand below every question.
  const hint = isAnswer && fieldPathId.path[2] === 'state' ? undefined : rawDescription;
  const name = (
    <>
      {label} {required && !isAnswer && <span className="needed">({t.needed})</span>}
    </>
  );
  if (isGroup) {
    const hasNothingToTick = fieldPathId.path.at(-1) === 'by' && !registry.formContext.hasRespondents;
    if (hasNothingToTick && isEmpty(formData)) return <Nothing title={label} text={t.noRespondents} />;
    return (
      <fieldset className="field" id={id} tabIndex={-1} {...aria({ id, schema, registry })}>
        <legend>{name}</legend>
        <Hint id={id} text={hint} />
        {children}
        <Problem id={id} registry={registry} />
      </fieldset>
    );
  }
  if (schema.type === 'boolean') return <div className="field">{children}</div>;
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <Hint id={id} text={hint} />
      {children}
      <Problem id={id} registry={registry} />
    </div>
  );
}

const contents = (properties) => properties.map(({ name, content }) => <div key={name}>{content}</div>);

function ObjectField(props) {
  const { fieldPathId, properties, title, registry, schema, uiSchema } = props;
  const { path, $id: id } = fieldPathId;
  if (path.length === 0) return <Root {...props} />;
  if (path[0] === 'answers' && path.length === 1) return <Areas {...props} />;
  if (path[0] === 'answers' && path.length === 2) return <Question {...props} />;
  const isRow = typeof path.at(-1) === 'number';
  // The id of a row fills itself, so it comes last.
  const idLast = properties.toSorted((one, other) => (one.name === 'id') - (other.name === 'id'));
  if (isRow) return <div className="members">{contents(idLast)}</div>;
  const isHidden = properties.every((property) => property.hidden) || uiSchema?.['ui:widget'] === 'hidden';
  if (isHidden) return <div hidden>{contents(properties)}</div>;
  return (
    <fieldset className="group" id={id} tabIndex={-1}>
      <legend>{title}</legend>
      <Hint id={id} text={schema.description} />
      <div className="members">{contents(properties)}</div>
      <Problem id={id} registry={registry} />
    </fieldset>
  );
}

/** A domain can add to the sources too, below its questions, where they are not in the way. */
function Root({ properties, registry }) {
  const { t } = registry.formContext;
  const hasAnswers = properties.some(({ name }) => name === 'answers');
  const inOrder = properties.toSorted((one, other) => (other.name === 'answers') - (one.name === 'answers'));
  return inOrder.map(({ name, content }) =>
    hasAnswers && name === 'sources' ? (
      <details key={name} className="more" id="sources-here">
        <summary>{t.sourcesHere}</summary>
        {content}
      </details>
    ) : (
      <div key={name}>{content}</div>
    ),
  );
}

function Areas({ properties, registry }) {
  const { group } = registry.formContext;
  const byCode = new Map(properties.map(({ name, content }) => [name, content]));
  const questions = (area) => area.codes.map((code) => <div key={code}>{byCode.get(code)}</div>);
  return group.subdomains.map((area) =>
    // A domain without areas has its questions right below its title.
    area.title === null ? (
      <div key="">{questions(area)}</div>
    ) : (
      <section key={area.code} aria-labelledby={`area-${area.code}`}>
        <h2 id={`area-${area.code}`} tabIndex={-1}>
          {area.title}
        </h2>
        {questions(area)}
      </section>
    ),
  );
}

function Question({ fieldPathId, properties, title, registry, schema, formData = {} }) {
  const { path, $id: id } = fieldPathId;
  const { t, questions, answers } = registry.formContext;
  const question = questions[path[1]];
  // The description has the guidance first, then one line for each option, which begins with its label.
  const lines = (schema.description ?? '').split('\n').filter(Boolean);
  const isCriterion = (line) => /^[«"“]/.test(line);
  const criteria = lines.filter(isCriterion);
  const first = ['answer', 'state', ...Object.values(detailsOf(question)).flat()];
  const shown = properties.filter(({ hidden }) => !hidden);
  const main = shown.filter(({ name }) => first.includes(name));
  const others = shown.filter(({ name }) => !first.includes(name));
  const filled = others.filter(({ name }) => !isEmpty(formData[name])).length;
  const isClosed = !isAsked(question, answers);
  const status = !isEmpty(formData.answer) ? t.isAnswered : formData.state ? t.hasReason : t.isOpen;
  return (
    <article className="question" id={id} tabIndex={-1} aria-labelledby={`${id}__name`}>
      <header>
        <h3 id={`${id}__name`}>{title}</h3>
        {!isClosed && <span className="status">{status}</span>}
      </header>
      {isClosed && (
        <p className="note">
          {t.notAsked} {question['x-when'].map((condition) => condition.indicator).join(', ')}.
        </p>
      )}
      {(!isClosed || !isEmpty(formData)) && (
        <>
          {lines
            .filter((line) => !isCriterion(line))
            .map((line) => (
              <p key={line} className="guidance">
                {line}
              </p>
            ))}
          {criteria.length > 0 && (
            <details>
              <summary>{t.criteria}</summary>
              <ul>
                {criteria.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          {main.map(({ name, content }) => (
            <div key={name}>{content}</div>
          ))}
          <Problem id={id} registry={registry} />
          <details className="more">
            <summary>
              {t.more}
              {filled > 0 && ` (${filled} ${t.filled})`}
            </summary>
            {contents(others)}
          </details>
        </>
      )}
    </article>
  );
}

function List({ fieldPathId, items, title, schema, onAddClick, registry }) {
  const { path, $id: id } = fieldPathId;
  const { t, hasSources } = registry.formContext;
  const name = path.at(-1);
  const rows = useRef(null);
  const count = useRef(items.length);
  useEffect(() => {
    // A new row takes the focus, at its first field that is still empty.
    if (items.length > count.current) {
      const fields = rows.current.lastElementChild?.querySelectorAll('input, select, textarea') ?? [];
      [...fields].find((field) => field.value === '' && !field.id.endsWith('_id'))?.focus();
    }
    count.current = items.length;
  }, [items.length]);
  const isEvidence = name === 'evidence';
  if (isEvidence && !hasSources && items.length === 0) return <Nothing title={title} text={t.noSources} />;
  return (
    <fieldset className="list" id={id} tabIndex={-1}>
      <legend>{title}</legend>
      <Hint id={id} text={schema.description} />
      {items.length === 0 && !isEvidence && <p className="hint">{t.none}</p>}
      <div ref={rows}>{items}</div>
      <button type="button" id={`${id}__add`} onClick={onAddClick}>
        {t[`add_${name}`] ?? t.add}
      </button>
      {isEvidence && <p className="hint">{t.otherSource}</p>}
      <Problem id={id} registry={registry} />
    </fieldset>
  );
}

const Nothing = ({ title, text }) => (
  <div className="field">
    <p className="label">{title}</p>
    <p className="hint">{text}</p>
  </div>
);

function Row({ children, index, buttonsProps, registry }) {
  const { t } = registry.formContext;
  const { path } = buttonsProps.fieldPathId;
  // The path of the buttons is that of the list or of the row.
  const list = path.findLast((step) => typeof step === 'string');
  const name = `${t[`row_${list}`] ?? t.row} ${index + 1}`;
  const remove = (event) => {
    const add = event.currentTarget.closest('.list')?.querySelector(':scope > button');
    buttonsProps.onRemoveItem(event);
    add?.focus();
  };
  return (
    <div className="row" role="group" aria-label={name}>
      <p className="row-name">
        {name}
        <button type="button" className="quiet" onClick={remove} aria-label={`${t.remove}: ${name}`}>
          {t.remove}
        </button>
      </p>
      {children}
    </div>
  );
}

export const templates = {
  FieldTemplate: Field,
  ObjectFieldTemplate: ObjectField,
  ArrayFieldTemplate: List,
  ArrayFieldItemTemplate: Row,
};
