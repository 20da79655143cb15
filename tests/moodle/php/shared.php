<?php
// {courses: [one, other]} -> {shared}: what two restored courses have in common, which should be nothing.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $DB;
    $of = function (int $course) use ($DB): array {
        $context = context_course::instance($course);
        $below = $DB->get_fieldset_select('context', 'id', 'path LIKE ?', [$context->path . '/%']);
        [$in, $values] = $DB->get_in_or_equal([...$below, $context->id]);
        $references = $DB->get_fieldset_select('question_references', 'questionbankentryid', "usingcontextid $in", $values);
        $sets = $DB->get_records_select('question_set_references', "usingcontextid $in", $values);
        $categories = [];
        foreach ($sets as $set) {
            $categories = [...$categories, ...json_decode($set->filtercondition, true)['filter']['category']['values']];
        }
        return ['entries' => $references, 'categories' => array_unique($categories), 'contexts' => array_unique(array_column($sets, 'questionscontextid')),
            'groups' => array_keys(groups_get_all_groups($course))];
    };
    [$one, $other] = array_map($of, $asked['courses']);
    $shared = [];
    foreach ($one as $what => $values) {
        foreach (array_intersect($values, $other[$what]) as $value) {
            $shared[] = "$what $value";
        }
    }
    return ['shared' => $shared];
});
