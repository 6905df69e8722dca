// Lists of rows for JSON Forms. Of its Material renderers the table gives its fields no labels, and
// the accordion puts buttons into a button; a screen reader can use neither.
import { composePaths, isObjectArrayControl, rankWith } from '@jsonforms/core';
import { JsonFormsDispatch, withArrayTranslationProps, withJsonFormsArrayLayoutProps, withTranslateProps } from '@jsonforms/react';

const Rows = ({ data: count, path, schema, uischema, label, description, visible, enabled, addItem, removeItems, translations, renderers, cells }) =>
  visible && (
    <fieldset>
      <legend>{label}</legend>
      <p>{description}</p>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} role="group" aria-label={`${label} ${at + 1}`}>
          <JsonFormsDispatch
            schema={schema}
            uischema={uischema.options.detail}
            path={composePaths(path, `${at}`)}
            enabled={enabled}
            renderers={renderers}
            cells={cells}
          />
          <button type="button" onClick={removeItems(path, [at])} aria-label={`${translations.removeTooltip}: ${label} ${at + 1}`}>
            {translations.removeTooltip}
          </button>
        </div>
      ))}
      <button type="button" onClick={addItem(path, {})}>
        {translations.addTooltip}
      </button>
    </fieldset>
  );

const renderer = withJsonFormsArrayLayoutProps(withTranslateProps(withArrayTranslationProps(Rows)));
export const rows = { tester: rankWith(10, isObjectArrayControl), renderer };
