// The controls, in plain HTML that a keyboard and a screen reader know.
import { optionId } from '@rjsf/utils';

/** What `aria-describedby` and `aria-invalid` say of a control. */
export const aria = ({ id, schema, registry }) => {
  const described = [schema.description && `${id}__hint`, registry.formContext.problems.has(id) && `${id}__problem`];
  return {
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': registry.formContext.problems.has(id) || undefined,
  };
};

function Text(props) {
  const { id, value, onChange, onBlur, schema, required } = props;
  const isNumber = ['number', 'integer'].includes(schema.type);
  return (
    <input
      id={id}
      type="text"
      // A number is typed as text, so that "3,5" is shown and explained, not silently dropped.
      inputMode={isNumber ? 'decimal' : undefined}
      className={isNumber ? 'short' : undefined}
      autoComplete="off"
      value={value ?? ''}
      aria-required={required || undefined}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      onBlur={() => onBlur(id, value)}
      {...aria(props)}
    />
  );
}

function LongText(props) {
  const { id, value, onChange, onBlur, required } = props;
  return (
    <textarea
      id={id}
      rows={3}
      value={value ?? ''}
      aria-required={required || undefined}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      onBlur={() => onBlur(id, value)}
      {...aria(props)}
    />
  );
}

function Select(props) {
  const { id, value, onChange, onBlur, options, registry, required } = props;
  const choices = options.enumOptions ?? [];
  // A value that is not offered stays, and is shown with its message, until another is chosen.
  const isOffered = value === undefined || choices.some((choice) => choice.value === value);
  return (
    <select
      id={id}
      value={value ?? ''}
      aria-required={required || undefined}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      onBlur={() => onBlur(id, value)}
      {...aria(props)}
    >
      <option value="">{registry.formContext.t.choose}</option>
      {!isOffered && <option value={value}>{String(value)}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function Radio(props) {
  const { id, value, onChange, onBlur, options, label, registry } = props;
  // What is always needed can only be changed; an answer can be taken back at any stage.
  const required = props.required && !registry.formContext.group;
  const clear = () => {
    onChange(undefined);
    document.getElementById(optionId(id, 0))?.focus();
  };
  return (
    <div className="options">
      {(options.enumOptions ?? []).map((choice, at) => (
        <label key={choice.value} className="option" htmlFor={optionId(id, at)}>
          <input
            id={optionId(id, at)}
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            onBlur={() => onBlur(id, value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {value !== undefined && !required && (
        <button type="button" className="quiet" onClick={clear} aria-label={`${registry.formContext.t.clear}: ${label}`}>
          {registry.formContext.t.clear}
        </button>
      )}
    </div>
  );
}

// "None of these" stands alone.
const NONE = 'none';

function Checkboxes({ id, value, onChange, onBlur, options }) {
  const ticked = Array.isArray(value) ? value : [];
  const choices = options.enumOptions ?? [];
  const isOffered = (item) => choices.some((choice) => choice.value === item);
  const toggle = (item) => {
    if (ticked.includes(item)) return onChange(ticked.filter((other) => other !== item));
    if (item === NONE) return onChange([NONE]);
    const order = choices.map((choice) => choice.value);
    const kept = [...ticked.filter((other) => other !== NONE), item];
    return onChange([...order.filter((other) => kept.includes(other)), ...kept.filter((other) => !order.includes(other))]);
  };
  const strangers = ticked.filter((item) => !isOffered(item)).map((item) => ({ value: item, label: String(item) }));
  return (
    <div className="options">
      {[...choices, ...strangers].map((choice, at) => (
        <label key={choice.value} className="option" htmlFor={optionId(id, at)}>
          <input
            id={optionId(id, at)}
            type="checkbox"
            checked={ticked.includes(choice.value)}
            onChange={() => toggle(choice.value)}
            onBlur={() => onBlur(id, value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}

function Checkbox(props) {
  const { id, value, onChange, label } = props;
  return (
    <label className="option" htmlFor={id}>
      <input id={id} type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked || undefined)} {...aria(props)} />
      <span>{label}</span>
    </label>
  );
}

export const widgets = {
  TextWidget: Text,
  TextareaWidget: LongText,
  SelectWidget: Select,
  RadioWidget: Radio,
  CheckboxesWidget: Checkboxes,
  CheckboxWidget: Checkbox,
  UpDownWidget: Text,
};
