// Without a name nobody could tell whose windows they are.
if (held.learner && !held.readonly) claim();
