<?php
// {course} -> what it holds, by idnumbers and names, so that two restored courses can be compared.
require(__DIR__ . '/common.php');

/** A tree of conditions with names for numbers. */
function named_tree(?string $json, int $course): ?array {
    $tree = $json ? json_decode($json, true) : null;
    $name = function (array $node) use (&$name, $course): array {
        if (isset($node['c'])) {
            $node['c'] = array_map($name, $node['c']);
        }
        if (($node['type'] ?? '') === 'completion') {
            $node['cm'] = get_fast_modinfo($course)->get_cm($node['cm'])->idnumber;
        }
        if (($node['type'] ?? '') === 'group' && isset($node['id'])) {
            $node['id'] = groups_get_group($node['id'], '*', MUST_EXIST)->idnumber;
        }
        if (($node['type'] ?? '') === 'grade') {
            $node['id'] = grade_item::fetch(['id' => $node['id']])->idnumber;
        }
        return $node;
    };
    return $tree ? $name($tree) : null;
}

function described_module(cm_info $cm): array {
    global $DB;
    $row = $DB->get_record($cm->modname, ['id' => $cm->instance], '*', MUST_EXIST);
    $item = grade_item::fetch(['itemtype' => 'mod', 'itemmodule' => $cm->modname, 'iteminstance' => $cm->instance, 'courseid' => $cm->course, 'itemnumber' => 0]);
    $found = [
        'kind' => $cm->modname,
        'name' => $cm->idnumber,
        'title' => $row->name,
        'completion' => (int) $cm->completion,
        'view' => (int) $cm->completionview,
        'grade' => $cm->completiongradeitemnumber === null ? null : (int) $cm->completiongradeitemnumber,
        'pass' => (int) $cm->completionpassgrade,
        'expected' => (int) $cm->completionexpected,
        'groupmode' => (int) $cm->groupmode,
        'availability' => named_tree($cm->availability, $cm->course),
        'item' => $item ? ['most' => (float) $item->grademax, 'pass' => (float) $item->gradepass, 'weight' => (float) $item->aggregationcoef,
            'category' => $item->get_parent_category()->is_course_category() ? '' : $item->get_parent_category()->fullname] : null,
        'files' => (int) $DB->count_records_select('files', "contextid = ? AND filename <> '.'", [$cm->context->id]),
        'unresolved' => preg_match_all('/\$@[A-Z]+\*\d+@\$|@@PLUGINFILE@@(?!\/)/', json_encode($row, JSON_UNESCAPED_SLASHES)),
    ];
    if ($cm->modname === 'quiz') {
        $slots = $DB->get_records('quiz_slots', ['quizid' => $cm->instance], 'slot');
        $found['slots'] = count($slots);
        $found['random'] = (int) $DB->count_records('question_set_references', ['usingcontextid' => $cm->context->id]);
        $found['objectives'] = array_values($DB->get_fieldset_select('quiz_grade_items', 'name', 'quizid = ? ORDER BY sortorder', [$cm->instance]));
        $found['rules'] = array_map('intval', ['attempts' => $row->attempts, 'time' => $row->timelimit, 'wait' => $row->delay1]);
    }
    if ($cm->modname === 'feedback') {
        $found['items'] = array_values($DB->get_records_menu('feedback_item', ['feedback' => $cm->instance], 'position', 'position, typ'));
    }
    if ($cm->modname === 'data') {
        $found['items'] = array_values($DB->get_records_menu('data_fields', ['dataid' => $cm->instance], 'id', 'id, type'));
    }
    if ($cm->modname === 'scorm') {
        $found['items'] = array_values($DB->get_fieldset_select('scorm_scoes', 'identifier', "scorm = ? AND scormtype = 'sco'", [$cm->instance]));
        $found['passed'] = (int) $row->completionstatusrequired;
    }
    if ($cm->modname === 'glossary') {
        $found['items'] = array_values($DB->get_fieldset_select('glossary_entries', 'concept', 'glossaryid = ? ORDER BY concept', [$cm->instance]));
    }
    return $found;
}

/** Every question by its idnumber: its type, and the category it stands in. */
function described_questions(int $course): array {
    global $DB;
    $rows = $DB->get_records_sql("SELECT q.id, e.idnumber, q.name, q.qtype, q.defaultmark, c.name AS category
          FROM {question} q JOIN {question_versions} v ON v.questionid = q.id
          JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
          JOIN {question_categories} c ON c.id = e.questioncategoryid
         WHERE c.contextid = ? AND q.parent = 0 ORDER BY e.idnumber, q.name", [context_course::instance($course)->id]);
    return array_values(array_map(fn($row) => ['id' => $row->idnumber, 'kind' => $row->qtype, 'category' => $row->category,
        'points' => (float) $row->defaultmark], $rows));
}

answer(function (array $asked): array {
    global $DB, $CFG;
    rebuild_course_cache($asked['course'], true);
    $info = get_fast_modinfo($asked['course']);
    $row = get_course($asked['course']);
    $sections = [];
    foreach ($info->get_section_info_all() as $section) {
        $modules = array_map(fn($id) => described_module($info->get_cm($id)), $info->get_sections()[$section->section] ?? []);
        $sections[] = ['title' => $section->name, 'availability' => named_tree($section->availability, $asked['course']), 'modules' => $modules];
    }
    $criteria = $DB->get_records('course_completion_criteria', ['course' => $asked['course'], 'criteriatype' => COMPLETION_CRITERIA_TYPE_ACTIVITY]);
    $total = grade_item::fetch_course_item($asked['course']);
    $enrol = enrol_get_instances($asked['course'], true);
    return [
        'address' => $CFG->wwwroot,
        'start' => (int) $row->startdate,
        'end' => (int) $row->enddate,
        'sections' => $sections,
        'groups' => array_values(array_column(groups_get_all_groups($asked['course'], 0, 0, 'g.id, g.idnumber'), 'idnumber')),
        'questions' => described_questions($asked['course']),
        'completes' => array_values(array_map(fn($one) => $info->get_cm($one->moduleinstance)->idnumber, $criteria)),
        'pass' => (float) $total->gradepass,
        'categories' => array_values(array_map(fn($one) => $one->fullname, array_filter(grade_category::fetch_all(['courseid' => $asked['course']]), fn($one) => !$one->is_course_category()))),
        'enrolment' => array_values(array_column($enrol, 'enrol')),
    ];
});
