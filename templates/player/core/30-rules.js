// What score and status a learner has.

const STATUS = ["incomplete", "completed", "passed", "failed"]; // by their number in the state
const RANK = "not attempted browsed incomplete failed completed passed";

// A status never falls: an update of the course takes nothing away.
const higher = (one, other) => (RANK.indexOf(one) > RANK.indexOf(other) ? one : other);
const highest = (one, other) => STATUS.indexOf(higher(STATUS[one], STATUS[other]));

const opened = () => course.keys.filter((key) => state.visited.has(key)).length;

const recordOf = cw.recordOf = (quiz) => state.quizzes.get(quiz.key) || { best: null, attempts: 0 };
const finished = (quiz) => recordOf(quiz).best !== null;
const reached = (quiz) => finished(quiz) && recordOf(quiz).best >= quiz.pass * 100;
const spent = (quiz) => quiz.pass && quiz.attempts && !reached(quiz) && recordOf(quiz).attempts >= quiz.attempts && !recordOf(quiz).open;

cw.evaluate = () => {
  const { graded, complete, keys } = course;
  // Where nothing is asked, reading is what completes.
  const whole = complete.quizzes.every(reached) && (opened() === keys.length || (!complete.pages && graded.concat(complete.quizzes).length));
  // The first rule that holds.
  const rule = graded.some(spent) ? "failed"
    : !whole || !graded.every(reached) ? "incomplete"
    : graded.some((quiz) => quiz.pass) ? "passed"
    : "completed";
  const sum = (value) => graded.reduce((total, quiz) => total + quiz.weight * value(quiz), 0);
  // No score before every graded quiz has one: an interim score can fail a learner in mid-course.
  const score = graded.every(finished) && sum(() => 1)
    ? Math.round(sum((quiz) => recordOf(quiz).best) / sum(() => 1)) : state.score;
  return { score, status: highest(state.status, STATUS.indexOf(rule)) };
};
