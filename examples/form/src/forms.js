// The steps of the page, and the schema and UI schema of each, from what the crate emits.
import forms from './forms.json';

export const LANGUAGES = Object.keys(forms);

const ROWS = { institutions: ['respondents'], sources: ['sources'], followUp: ['queries', 'priorities', 'approval'] };

export const blank = (lang) => forms[lang].blank;
export const messages = (lang) => forms[lang].messages;
export const glossary = (lang) => forms[lang].terms;
export const notice = (lang) => forms[lang].notice;
/** The title and description of the whole form. */
export const headOf = (lang) => forms[lang].stages.draft.head.schema;
/** The questions of a domain by code, as they are at any stage. */
export const questionsOf = (lang, domain) => forms[lang].stages.draft[domain].schema.properties.answers.properties;

/** The domains in order, each with its areas and the codes of their questions. */
export const domains = (lang) => {
  const stage = forms[lang].stages.draft;
  return Object.keys(stage)
    .filter((part) => part !== 'head')
    .map((part) => stage[part].ui.answers['ui:options'].groups[0]);
};

/** The steps in order; the last is the review, which has no form. */
export const steps = (lang) => [
  { id: 'about', part: 'head' },
  { id: 'institutions', part: 'head' },
  { id: 'sources', part: 'head' },
  ...domains(lang).map((group) => ({ id: group.domain, part: group.domain, title: group.title, group })),
  { id: 'followUp', part: 'head' },
  { id: 'review' },
];

const STAGES = Object.keys(forms[LANGUAGES[0]].stages);
const stageOf = (set) => (STAGES.includes(set.round?.stage) ? set.round.stage : STAGES[0]);

/** The schema and UI schema of a step, for the stage of the set or another one. */
export function formOf(lang, step, set, stage = stageOf(set)) {
  const { schema, ui } = forms[lang].stages[stage][step.part];
  const known = citable(schema, ui, set);
  if (step.part !== 'head') return known;
  const others = Object.values(ROWS).flat();
  const isShown = (member) => (ROWS[step.id] ? ROWS[step.id].includes(member) : !others.includes(member) && member !== 'answers');
  const pick = (members) => Object.fromEntries(Object.entries(members).filter(([member]) => isShown(member)));
  const order = [...(ui['ui:order'] ?? []).filter((member) => member !== '*' && isShown(member)), '*'];
  const properties = pick(known.schema.properties);
  const required = (schema.required ?? []).filter((member) => member in properties);
  return { schema: { ...known.schema, properties, required }, ui: { ...pick(known.ui), 'ui:order': order } };
}

// What can be cited is what the set itself has. Compiled schemas are kept by identity, so the same
// lists of ids give the same schema.
const kept = new Map();

function citable(schema, ui, set) {
  const rows = (member, label) =>
    (Array.isArray(set[member]) ? set[member] : []).filter((row) => row?.id).map((row) => [row.id, row[label] || row.id]);
  const sources = rows('sources', 'title');
  const respondents = rows('respondents', 'institution');
  const lists = { cited_source: ids(sources), cited_respondent: ids(respondents) };
  const forSchema = kept.get(schema) ?? new Map();
  kept.set(schema, forSchema);
  const key = JSON.stringify(lists);
  if (!forSchema.has(key)) {
    const definitions = { ...schema.definitions };
    for (const [name, list] of Object.entries(lists)) {
      if (definitions[name]) definitions[name] = { ...definitions[name], ...(list.length > 0 && { enum: list }) };
    }
    forSchema.set(key, { ...schema, definitions });
  }
  return { schema: forSchema.get(key), ui: withLabels(ui, labels(sources), labels(respondents)) };
}

const ids = (rows) => [...new Set(rows.map(([id]) => id))];
const labels = (rows) => [...new Map(rows.toReversed()).entries()].toReversed().map(([, label]) => label);

function withLabels(ui, sources, respondents) {
  if (!ui.answers) return ui;
  const answers = { ...ui.answers };
  for (const code of Object.keys(answers)) {
    if (code.startsWith('ui:')) continue;
    const entry = answers[code];
    const source = { ...entry.evidence?.items?.source, 'ui:enumNames': sources };
    answers[code] = {
      ...entry,
      evidence: { ...entry.evidence, items: { ...entry.evidence?.items, source } },
      by: { ...entry.by, 'ui:widget': 'checkboxes', 'ui:enumNames': respondents },
    };
  }
  return { ...ui, answers };
}
