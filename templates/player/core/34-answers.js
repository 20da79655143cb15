// What questions tell the core: answers, how quizzes stand, reports of answers.

const roles = {}; // what asks a question (practice, quiz or test), by the question's key
const counted = new Set(); // keys of the questions of graded quizzes
let due = []; // interactions the LMS has not confirmed
const changed = new Set(); // keys of answers and quizzes that are not confirmed as they are
const earlier = new Set(); // keys of answers that were reported in earlier sessions

const noteQuestions = (main) => main.querySelectorAll(".quiz .q").forEach((question) => {
  const { key } = question.dataset;
  const quiz = question.closest(".quiz").dataset;
  // "practice", "quiz", "test": their order in the alphabet is that of their weight.
  if (!(roles[key] > quiz.role)) roles[key] = quiz.role;
  if (course.graded.some((graded) => graded.key === quiz.key)) counted.add(key);
});

const report = (key, interaction) => {
  if (!interaction || earlier.has(key) || !{ all: 1, scored: counted.has(key) }[course.interactions]) return;
  // An answer given again stands at its old index: what was handed over for it is altered first.
  const tried = due.some((item) => item.key === key && item.tried);
  due = due.filter((item) => item.key !== key);
  due.push({ ...interaction, key, tried, time: Date.now() });
};

cw.answered = (key, record, interaction) => {
  state.answers.set(key, record);
  changed.add(key);
  report(key, interaction);
  cw.save();
};

cw.quizChanged = (key, record) => {
  state.quizzes.set(key, record);
  changed.add(key);
  cw.save();
};

cw.finish = (key, score) => {
  const record = state.quizzes.get(key);
  cw.quizChanged(key, { ...record, open: false, start: 0, best: Math.max(record.best, score) });
};
