// Without a name nobody could tell whose windows they are.
if (held.learner && !held.readonly) {
  claim();
  // Without it there is what localStorage keeps.
  attempt(openVault);
}
