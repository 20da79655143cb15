<?php
// {course, user} -> {modules: {idnumber: {open, why, done}}, complete, grade}: what a learner finds.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $DB;
    (new \core\task\completion_regular_task())->execute();
    $course = get_course($asked['course']);
    $info = get_fast_modinfo($course, $asked['user']);
    $completion = new completion_info($course);
    $modules = [];
    foreach ($info->get_cms() as $cm) {
        $why = strip_tags(\core_availability\info::format_info($cm->availableinfo ?: '', $course));
        $section = $cm->get_section_info();
        $modules[$cm->idnumber] = [
            'open' => $cm->uservisible,
            'shown' => $section->visible && ($section->uservisible || (bool) $section->availableinfo) && ($cm->uservisible || $why !== ''),
            'why' => trim(preg_replace('/\s+/', ' ', $why . ' ' . strip_tags(\core_availability\info::format_info($section->availableinfo ?: '', $course)))),
            'done' => (int) $completion->get_data($cm, false, $asked['user'])->completionstate,
        ];
    }
    $total = grade_get_course_grade($asked['user'], $asked['course']);
    return ['modules' => $modules, 'complete' => $completion->is_course_complete($asked['user']), 'grade' => $total && $total->grade !== null ? (float) $total->grade : null];
});
