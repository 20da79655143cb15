// Score and status, by what a course asks.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { load } = require("./harness.js");

const KEYS = ["000001", "000002"];
const quiz = (key, more) => ({ id: "t", key, pass: 60, weight: 1, attempts: 3, ...more });
const record = (more) => ({ attempts: 1, open: false, best: null, seed: 0, start: 0, ...more });

// What the rules make of a course and of what a learner did in it: [score, status].
const judge = ({ graded = [quiz("aaaaaa")], complete = {}, quizzes = {}, pages = [], before = {} }) => {
  const inner = load({ course: { graded, complete: { pages: false, quizzes: [], ...complete }, keys: KEYS } });
  const state = { ...inner("blank")(), visited: new Set(pages), quizzes: new Map(Object.entries(quizzes)), ...before };
  inner("(given) => (state = given)")(state);
  const { score, status } = inner("cw").evaluate();
  return [score, ["incomplete", "completed", "passed", "failed"][status]];
};

const CASES = [
  ["nothing done", {}, [null, "incomplete"]],
  ["a test under way is no score", { quizzes: { aaaaaa: record({ open: true }) } }, [null, "incomplete"]],
  ["the pass mark reached", { quizzes: { aaaaaa: record({ best: 6000 }) } }, [6000, "passed"]],
  ["just missed", { quizzes: { aaaaaa: record({ best: 5999 }) } }, [5999, "incomplete"]],
  ["missed with the last attempt open", { quizzes: { aaaaaa: record({ best: 10, attempts: 3, open: true }) } }, [10, "incomplete"]],
  ["missed with no attempt left", { quizzes: { aaaaaa: record({ best: 10, attempts: 3 }) } }, [10, "failed"]],
  ["attempts without number never fail", { graded: [quiz("aaaaaa", { attempts: 0 })], quizzes: { aaaaaa: record({ best: 0, attempts: 63 }) } }, [0, "incomplete"]],
  ["no pass mark: done is completed", { graded: [quiz("aaaaaa", { pass: null })], quizzes: { aaaaaa: record({ best: 0 }) } }, [0, "completed"]],
  ["one of two tests is no score", { graded: [quiz("aaaaaa"), quiz("bbbbbb")], quizzes: { aaaaaa: record({ best: 9000 }) } }, [null, "incomplete"]],
  ["two tests by their weights", { graded: [quiz("aaaaaa", { weight: 3 }), quiz("bbbbbb")], quizzes: { aaaaaa: record({ best: 10000 }), bbbbbb: record({ best: 7000 }) } }, [9250, "passed"]],
  ["each test has its pass mark", { graded: [quiz("aaaaaa"), quiz("bbbbbb")], quizzes: { aaaaaa: record({ best: 10000 }), bbbbbb: record({ best: 100 }) } }, [5050, "incomplete"]],
  ["pages not all opened", { complete: { pages: true }, pages: KEYS.slice(1), quizzes: { aaaaaa: record({ best: 7000 }) } }, [7000, "incomplete"]],
  ["pages all opened", { complete: { pages: true }, pages: KEYS, quizzes: { aaaaaa: record({ best: 7000 }) } }, [7000, "passed"]],
  ["a lesson quiz missed", { complete: { quizzes: [{ key: "cccccc", pass: 50 }] }, quizzes: { aaaaaa: record({ best: 7000 }) } }, [7000, "incomplete"]],
  ["a lesson quiz passed", { complete: { quizzes: [{ key: "cccccc", pass: 50 }] }, quizzes: { aaaaaa: record({ best: 7000 }), cccccc: record({ best: 5000 }) } }, [7000, "passed"]],
  ["nothing asked: reading completes", { graded: [], pages: KEYS }, [null, "completed"]],
  ["nothing asked, not all read", { graded: [], pages: ["000001"] }, [null, "incomplete"]],
  ["a status does not fall when the course grows", { before: { status: 2, score: 8000 } }, [8000, "passed"]],
  ["who failed may pass with a further attempt", { before: { status: 3 }, graded: [quiz("aaaaaa", { attempts: 4 })], quizzes: { aaaaaa: record({ best: 6100, attempts: 4 }) } }, [6100, "passed"]],
];

for (const [name, given, expected] of CASES) test(name, () => assert.deepStrictEqual(judge(given), expected));
