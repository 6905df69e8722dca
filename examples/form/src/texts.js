// Every text of the page that does not come from the instrument, in both languages.

const TEXTS = {
  languageName: { es: 'Español', en: 'English' },
  language: { es: 'Idioma de la página', en: 'Language of the page' },
  skip: { es: 'Ir al contenido', en: 'Skip to the content' },
  illustrative: {
    es: 'Datos ilustrativos: las respuestas de este archivo son inventadas y solo muestran cómo se usa el cuestionario.',
    en: 'Illustrative data: the answers in this file are made up and only show how the questionnaire is used.',
  },

  start: { es: 'Cómo empezar', en: 'How to begin' },
  startBlank: { es: 'Empezar en blanco', en: 'Begin with a blank questionnaire' },
  open: { es: 'Abrir un archivo', en: 'Open a file' },
  save: { es: 'Guardar', en: 'Save' },
  saved: { es: 'Se guardó en el archivo', en: 'Saved to the file' },
  unsaved: { es: 'Hay cambios sin guardar.', en: 'There are unsaved changes.' },
  allSaved: { es: 'No hay cambios sin guardar.', en: 'There are no unsaved changes.' },
  discard: {
    es: 'Hay cambios sin guardar, que se perderán. ¿Desea continuar?',
    en: 'There are unsaved changes, which will be lost. Continue?',
  },
  how1: {
    es: 'Empiece en blanco, o abra el archivo que guardó antes.',
    en: 'Begin with a blank questionnaire, or open the file that you saved before.',
  },
  how2: {
    es: 'Anote el municipio, el ciclo, las instituciones que responden y los documentos que se citan. Después responda por dominio, en el orden que prefiera.',
    en: 'Note the municipality, the round, the institutions that answer and the documents that are cited. Then answer by domain, in any order.',
  },
  how3: {
    es: 'Si una pregunta no se puede responder, indique el motivo. Ningún motivo cuenta en contra del Municipio.',
    en: 'Where a question cannot be answered, give the reason. No reason counts against the municipality.',
  },
  how4: {
    es: 'Guarde con frecuencia. Se descarga un archivo que puede enviar a otra institución, o abrir aquí para continuar.',
    en: 'Save often. A file is downloaded, which you can send to another institution, or open here to go on.',
  },
  privacy: {
    es: 'La página funciona sin conexión. No envía nada ni guarda nada en este equipo: las respuestas están solo en el archivo que usted guarda. No anote nombres de personas; basta con la institución.',
    en: 'The page works without a connection. It sends nothing and keeps nothing on this computer: the answers are only in the file that you save. Write no names of persons; the institution is enough.',
  },

  notJson: {
    es: 'No se pudo leer el archivo: no es un cuestionario guardado con esta página. Revise si eligió el archivo correcto.',
    en: 'The file could not be read: it is not a questionnaire saved with this page. Check that you chose the right file.',
  },
  notASet: {
    es: 'El archivo no contiene respuestas a un cuestionario. Revise si eligió el archivo correcto.',
    en: 'The file does not hold answers to a questionnaire. Check that you chose the right file.',
  },
  otherInstrument: {
    es: 'El archivo contiene respuestas a otro cuestionario, que esta página no muestra.',
    en: 'The file holds answers to another questionnaire, which this page does not show.',
  },
  otherVersion: {
    es: 'El archivo corresponde a otra versión del cuestionario. Ábralo con la página de esa versión.',
    en: 'The file belongs to another version of the questionnaire. Open it with the page of that version.',
  },

  steps: { es: 'Pasos', en: 'Steps' },
  step: { es: 'Paso', en: 'Step' },
  of: { es: 'de', en: 'of' },
  about: { es: 'Municipio y ciclo', en: 'Municipality and round' },
  institutions: { es: 'Instituciones', en: 'Institutions' },
  sources: { es: 'Fuentes', en: 'Sources' },
  followUp: { es: 'Seguimiento', en: 'Follow-up' },
  review: { es: 'Revisión', en: 'Review' },
  previous: { es: 'Anterior', en: 'Previous' },
  next: { es: 'Siguiente', en: 'Next' },
  glossary: { es: 'Glosario', en: 'Glossary' },
  close: { es: 'Cerrar', en: 'Close' },
  areas: { es: 'Áreas de este dominio', en: 'Areas of this domain' },

  dealtWith: { es: 'preguntas atendidas', en: 'questions dealt with' },
  answered: { es: 'con respuesta', en: 'answered' },
  withReason: { es: 'con motivo', en: 'with a reason' },
  total: { es: 'En total', en: 'In all' },
  domain: { es: 'Dominio', en: 'Domain' },
  progress: { es: 'Avance', en: 'Progress' },
  howCounted: {
    es: 'Una pregunta está atendida cuando tiene respuesta, o el motivo por el que no la tiene. No se cuentan las preguntas que no se hacen por lo que se respondió en otra.',
    en: 'A question is dealt with when it has an answer, or the reason why it has none. Questions that are not asked because of another answer are not counted.',
  },
  isAnswered: { es: 'Con respuesta', en: 'Answered' },
  hasReason: { es: 'Con motivo', en: 'With a reason' },
  isOpen: { es: 'Sin responder', en: 'Unanswered' },
  notAsked: {
    es: 'Esta pregunta no se hace, por lo que se respondió en',
    en: 'This question is not asked, because of the answer to',
  },
  criteria: { es: 'Qué cuenta como cada respuesta', en: 'What counts as each answer' },
  more: { es: 'Explicación, fuentes y otros datos', en: 'Account, sources and more' },
  filled: { es: 'con datos', en: 'filled in' },
  clear: { es: 'Borrar la respuesta', en: 'Clear the answer' },
  choose: { es: 'Elegir…', en: 'Choose…' },
  needed: { es: 'necesario', en: 'needed' },
  noSources: {
    es: 'Todavía no hay fuentes. Agréguelas al final de este paso o en el paso Fuentes.',
    en: 'There are no sources yet. Add them at the end of this step or in the step Sources.',
  },
  otherSource: {
    es: '¿La fuente no está en la lista? Agréguela al final de este paso.',
    en: 'The source is not in the list? Add it at the end of this step.',
  },
  noRespondents: {
    es: 'Todavía no hay instituciones. Agréguelas en el paso Instituciones.',
    en: 'There are no institutions yet. Add them in the step Institutions.',
  },
  sourcesHere: { es: 'Fuentes del cuestionario', en: 'Sources of the questionnaire' },

  add_respondents: { es: 'Agregar una institución', en: 'Add an institution' },
  add_sources: { es: 'Agregar una fuente', en: 'Add a source' },
  add_queries: { es: 'Agregar una pregunta pendiente', en: 'Add a pending question' },
  add_priorities: { es: 'Agregar una prioridad', en: 'Add a priority' },
  add_evidence: { es: 'Citar una fuente', en: 'Cite a source' },
  add: { es: 'Agregar', en: 'Add' },
  remove: { es: 'Quitar', en: 'Remove' },
  row_respondents: { es: 'Institución', en: 'Institution' },
  row_sources: { es: 'Fuente', en: 'Source' },
  row_queries: { es: 'Pregunta pendiente', en: 'Pending question' },
  row_priorities: { es: 'Prioridad', en: 'Priority' },
  row_evidence: { es: 'Cita', en: 'Citation' },
  row: { es: 'Fila', en: 'Row' },
  none: { es: 'Todavía no hay ninguna.', en: 'There are none yet.' },

  problemsHere: { es: 'Observaciones en este paso', en: 'Observations in this step' },
  problems: { es: 'Observaciones', en: 'Observations' },
  problem: { es: 'Observación', en: 'Observation' },
  noProblems: {
    es: 'No hay observaciones sobre lo que se anotó.',
    en: 'There are no observations on what was written.',
  },
  missing: { es: 'Lo que falta para la fase final', en: 'What is missing for the final stage' },
  nothingMissing: {
    es: 'No falta nada para la fase final.',
    en: 'Nothing is missing for the final stage.',
  },
  missingInDraft: {
    es: 'Mientras el cuestionario es un borrador, nada de esto impide guardarlo.',
    en: 'While the questionnaire is a draft, none of this keeps you from saving it.',
  },
  isFinal: {
    es: 'El cuestionario está en fase final: complete lo siguiente.',
    en: 'The questionnaire is in its final stage: complete the following.',
  },
  notEverything: {
    es: 'Esta página revisa cada dato por separado. Las fuentes que falten y las fechas que no concuerden se revisan después, cuando el archivo se procesa para hacer el perfil.',
    en: 'This page looks at each entry by itself. Sources that are missing and dates that do not agree are checked later, when the file is processed to make the profile.',
  },
  wrong: { es: 'Revise este dato.', en: 'Check this entry.' },
};

/** The texts of one language. */
export const texts = (lang) => Object.fromEntries(Object.entries(TEXTS).map(([key, text]) => [key, text[lang]]));
