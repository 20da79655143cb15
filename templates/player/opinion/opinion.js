// What nobody marks: votes and rankings. The quiz takes these types up when it is mounted next, and lends the helpers
// they are made with; each stands on the type whose controls it has.

const { t } = cw;
let $, $$, inputs, tell, boxOf, width, types;

cw.parts.opinion = () => {};

(cw.lent = cw.lent || []).push((kit) => {
  ({ $, $$, inputs, tell, boxOf, width, types } = kit);
  Object.assign(types, { vote: vote(), rank: rank() });
});

// Opens or closes the box of a control; nothing is right here, and nothing wrong.
const reveal = (control, box, shown, words = "") => tell(control, "", words, shown && (words || box.childElementCount > 1), box);
