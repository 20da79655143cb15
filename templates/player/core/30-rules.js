// What score and status a learner has.

const STATUS = ["incomplete", "completed", "passed", "failed"]; // by their number in the state
const RANK = ["not attempted", "browsed", "incomplete", "failed", "completed", "passed"];

// A status never falls: an update of the course takes nothing away.
const higher = (one, other) => (RANK.indexOf(one) > RANK.indexOf(other) ? one : other);

// The first rule that holds gives the status.
const RULES = [
  ["failed", (facts) => facts.spent],
  ["passed", (facts) => facts.marked && facts.reached && facts.complete],
  ["completed", (facts) => !facts.marked && facts.reached && facts.complete],
  ["incomplete", () => true],
];

const opened = () => course.keys.filter((key) => state.visited.has(key)).length;

const recordOf = (quiz) => state.quizzes.get(quiz.key) || { best: null, attempts: 0 };
const finished = (quiz) => recordOf(quiz).best !== null;
const reached = (quiz) => finished(quiz) && recordOf(quiz).best >= quiz.pass * 100;
const spent = (quiz) => quiz.pass && quiz.attempts && !reached(quiz) && recordOf(quiz).attempts >= quiz.attempts && !recordOf(quiz).open;

cw.evaluate = () => {
  const { graded, complete, keys } = course;
  const facts = {
    marked: graded.some((quiz) => quiz.pass),
    reached: graded.every(reached),
    spent: graded.some(spent),
    // Where nothing is asked, reading is what completes.
    complete: complete.quizzes.every(reached)
      && (opened() === keys.length || (!complete.pages && graded.length + complete.quizzes.length > 0)),
  };
  const status = higher(STATUS[state.status], RULES.find((rule) => rule[1](facts))[0]);
  const sum = (value) => graded.reduce((total, quiz) => total + quiz.weight * value(quiz), 0);
  // No score before every graded quiz has one: an interim score can fail a learner in mid-course.
  const score = graded.every(finished) && sum(() => 1)
    ? Math.round(sum((quiz) => recordOf(quiz).best) / sum(() => 1)) : state.score;
  return { score, status: STATUS.indexOf(status) };
};
