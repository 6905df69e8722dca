// The emitted form in JSON Forms with its Material renderers, but for lists of rows. The address
// says the language (`#en`); `window.form` hands the data in and out.
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider, createTheme } from '@mui/material/styles';
import { materialCells, materialRenderers } from '@jsonforms/material-renderers';
import { JsonForms } from '@jsonforms/react';
import forms from './forms.json';
import { rows } from './rows.jsx';

const lang = location.hash.slice(1) || 'es';
const { schema, uischema, translations, blank } = forms[lang];
document.documentElement.lang = lang;

// Material dims the tabs that are not chosen to 70 %, which is too faint to read.
const theme = createTheme({ components: { MuiTab: { styleOverrides: { textColorInherit: { opacity: 1 } } } } });
// The buttons of lists have the same texts everywhere.
const renderers = [...materialRenderers, rows];
const translate = (key, fallback) => translations[key] ?? translations[`array.${key.split('.').pop()}`] ?? fallback;

function Page() {
  const [set, setSet] = useState(blank);
  window.form = { ...window.form, open: setSet };
  const known = useMemo(() => withCitable(set), [set]);
  return (
    <ThemeProvider theme={theme}>
      <JsonForms
        schema={known}
        uischema={uischema}
        data={set}
        renderers={renderers}
        cells={materialCells}
        i18n={{ locale: lang, translate }}
        // Else a description vanishes when its field is left, and what is below moves away under the pointer.
        config={{ showUnfocusedDescription: true }}
        onChange={({ data, errors }) => Object.assign(window.form, { data, errors })}
      />
    </ThemeProvider>
  );
}

/** What can be cited is what the set has. */
function withCitable(set) {
  const definitions = { ...schema.definitions };
  for (const [name, rows, label] of [
    ['cited_source', set.sources, 'title'],
    ['cited_respondent', set.respondents, 'institution'],
  ]) {
    if (!rows?.length) continue;
    definitions[name] = { ...definitions[name], enum: rows.map((row) => row.id) };
    for (const row of rows) translations[`${name}.${row.id}`] = row[label];
  }
  return { ...schema, definitions };
}

createRoot(document.getElementById('root')).render(<Page />);
