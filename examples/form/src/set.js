// What the page does with a response set. Pure functions; a set is never changed in place.

/** Whether a value says nothing: what a form leaves behind when a person clears a field. */
export const isEmpty = (value) =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `next` as the form gives it, in the order of `prev`, without the empty objects and lists that the
 * form adds by itself or leaves behind. What is equal stays the same value.
 */
export function settle(prev, next) {
  if (Array.isArray(prev) && Array.isArray(next)) {
    const items = next.map((item, at) => settle(prev[at], item));
    return items.length === prev.length && items.every((item, at) => item === prev[at]) ? prev : items;
  }
  if (!isObject(next)) return next;
  const before = isObject(prev) ? prev : {};
  const settled = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(next)])) {
    if (next[key] === undefined) continue;
    const value = settle(before[key], next[key]);
    if (value === before[key] || !isBare(value)) settled[key] = value;
  }
  const keys = Object.keys(settled);
  const isSame = before === prev && keys.length === Object.keys(prev).length && keys.every((key) => settled[key] === prev[key]);
  return isSame ? prev : settled;
}

const isBare = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The members that belong to each state of a question, as its schema says. */
export function detailsOf(question) {
  const details = {};
  for (const rule of question.allOf ?? []) {
    for (const state of rule.if?.properties?.state?.enum ?? []) details[state] = Object.keys(rule.then?.properties ?? {});
  }
  return details;
}

const only = (entry, keep) => Object.fromEntries(Object.entries(entry).filter(([key]) => keep(key)));

/**
 * A question has an answer or the reason why there is none, never both. What belongs to the one that
 * was left is put into `drawer`, so that a slip of the hand loses nothing while the page is open.
 */
export function oneOrTheOther(question, prev = {}, next = {}, drawer = {}) {
  const details = detailsOf(question);
  const all = Object.values(details).flat();
  const without = (keys) => only(next, (key) => !keys.includes(key));
  const isNew = (key) => !isEmpty(next[key]) && JSON.stringify(next[key]) !== JSON.stringify(prev[key]);
  if (next.state !== prev.state) {
    if (prev.state) drawer[prev.state] = only(prev, (key) => details[prev.state]?.includes(key));
    if (!next.state) return without(all);
    return { ...without([...all, 'answer']), ...drawer[next.state], ...only(next, (key) => details[next.state]?.includes(key)) };
  }
  if (next.state && isNew('answer')) {
    drawer[next.state] = only(next, (key) => details[next.state]?.includes(key));
    return without([...all, 'state']);
  }
  return next;
}

/** Gives new rows of a list an id that no other row has. */
export function withIds(rows, letter) {
  if (!rows?.some((row) => isObject(row) && row.id === undefined)) return rows;
  const taken = new Set(rows.map((row) => row?.id));
  let number = 0;
  return rows.map((row) => {
    if (!isObject(row) || row.id !== undefined) return row;
    do number += 1;
    while (taken.has(`${letter}${String(number).padStart(2, '0')}`));
    const id = `${letter}${String(number).padStart(2, '0')}`;
    taken.add(id);
    return { id, ...row };
  });
}

/** Whether a question is asked, as far as the answers tell: not when one of its conditions is false. */
export function isAsked(question, answers = {}) {
  return (question['x-when'] ?? []).every(({ indicator, is }) => {
    const { answer, state } = answers[indicator] ?? {};
    if (state === 'not_a_local_competence' || state === 'not_applicable_here') return false;
    return answer === undefined || is.includes(answer);
  });
}

/** How far questions are: asked, answered, and closed with a reason for no answer. */
export function progress(questions, answers = {}) {
  const count = { asked: 0, answered: 0, withReason: 0 };
  for (const [code, question] of Object.entries(questions)) {
    if (!isAsked(question, answers)) continue;
    count.asked += 1;
    const entry = answers[code] ?? {};
    if (!isEmpty(entry.answer)) count.answered += 1;
    else if (entry.state) count.withReason += 1;
  }
  return count;
}

export const sum = (counts) =>
  counts.reduce(
    (total, count) => Object.fromEntries(Object.keys(total).map((key) => [key, total[key] + count[key]])),
    { asked: 0, answered: 0, withReason: 0 },
  );

// A row that has nothing but the id which the page gave it was never filled.
const isUnfilled = (row) => isObject(row) && isEmpty({ ...row, id: undefined });

function withoutUnfilledRows(value) {
  if (Array.isArray(value)) return value.filter((item) => !isUnfilled(item)).map(withoutUnfilledRows);
  if (!isObject(value)) return value;
  const kept = {};
  for (const [key, item] of Object.entries(value)) {
    const pruned = key.startsWith('x-') ? item : withoutUnfilledRows(item);
    if (!isBare(pruned) || isBare(item)) kept[key] = pruned;
  }
  return kept;
}

/** The set as text, for a file. */
export const print = (set) => `${JSON.stringify({ ...withoutUnfilledRows({ ...set, answers: {} }), answers: withoutUnfilledRows(set.answers) }, null, 2)}\n`;

/** A response set from the text of a file, or the name of the text that says why not. */
export function parse(text, blank) {
  let set;
  try {
    set = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refusal: 'notJson' };
  }
  if (!isObject(set) || set.format !== blank.format || !isObject(set.catalogue)) return { refusal: 'notASet' };
  if (set.catalogue.id !== blank.catalogue.id) return { refusal: 'otherInstrument' };
  if (set.catalogue.version !== blank.catalogue.version) return { refusal: 'otherVersion' };
  return { set };
}

/** The name of the file that a set is saved to. */
export function fileName(set) {
  const words = [set.place?.code || set.place?.name, set.round?.period, set.round?.stage];
  const plain = words.filter(Boolean).join('-').normalize('NFD').replace(/[^\w.-]+/g, '-');
  return `mgi-${plain.toLowerCase()}.json`;
}
