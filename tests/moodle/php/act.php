<?php
// {course, user, module, right} -> {state}: do one activity as a learner, through the plug-in's own functions.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/mod/feedback/lib.php');
require_once($CFG->dirroot . '/mod/data/lib.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
require_once($CFG->dirroot . '/mod/page/lib.php');

use mod_quiz\quiz_settings;

/** Answer everything that is asked, on as many pages as there are. */
function answer_feedback(cm_info $cm, stdClass $course, int $user): void {
    $feedback = $GLOBALS['DB']->get_record('feedback', ['id' => $cm->instance], '*', MUST_EXIST);
    $structure = new mod_feedback_completion($feedback, $cm, $course->id, false, null, null, $user);
    $data = new stdClass();
    foreach ($structure->get_items(true) as $item) {
        $choice = $item->typ === 'multichoice' ? explode('>>>>>', $item->presentation)[0] : '';
        $data->{$item->typ . '_' . $item->id} = $choice === 'c' ? ['1'] : ($item->typ === 'numeric' ? '5' : ($choice || $item->typ === 'multichoicerated' ? '1' : 'text'));
    }
    $structure->save_response_tmp($data);
    $structure->save_response();
}

/** An attempt with every answer right, or none given. */
function answer_quiz(cm_info $cm, int $user, bool $right): array {
    $quiz = quiz_settings::create($cm->instance, $user);
    $attempts = quiz_get_user_attempts($quiz->get_quizid(), $user, 'all', true);
    $attempt = quiz_prepare_and_start_new_attempt($quiz, count($attempts) + 1, end($attempts) ?: false, false, [], [], $user);
    $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
    $entries = [];
    foreach ($usage->get_slots() as $slot) {
        $entries[] = $usage->get_question($slot)->idnumber;
        $response = $right ? $usage->get_correct_response($slot) : null;
        if ($response) {
            $usage->process_action($slot, $response);
        }
    }
    question_engine::save_questions_usage_by_activity($usage);
    $object = \mod_quiz\quiz_attempt::create($attempt->id);
    $object->process_finish(time(), false);
    return ['entries' => $entries, 'grade' => quiz_get_best_grade($quiz->get_quiz(), $user)];
}

function fill_data(cm_info $cm, int $user): void {
    global $DB;
    $data = $DB->get_record('data', ['id' => $cm->instance], '*', MUST_EXIST);
    $record = data_add_record($data, 0, $user);
    $field = $DB->get_records('data_fields', ['dataid' => $data->id], 'id', '*', 0, 1);
    $DB->insert_record('data_content', (object) ['fieldid' => key($field), 'recordid' => $record, 'content' => 'text']);
}

/** What the package reports when all is well. */
function finish_scorm(cm_info $cm, int $user, bool $right): void {
    global $DB;
    $sco = $DB->get_record('scorm_scoes', ['scorm' => $cm->instance, 'scormtype' => 'sco'], '*', MUST_EXIST);
    $status = $DB->get_field('scorm', 'completionstatusrequired', ['id' => $cm->instance]) == 4 ? 'completed' : 'passed';
    scorm_insert_track($user, $cm->instance, $sco->id, 1, 'cmi.core.score.raw', $right ? 100 : 20);
    scorm_insert_track($user, $cm->instance, $sco->id, 1, 'cmi.core.lesson_status', $right ? $status : 'failed');
}

answer(function (array $asked): array {
    $cm = module_named($asked['course'], $asked['module']);
    $course = get_course($asked['course']);
    \core\session\manager::set_user(core_user::get_user($asked['user'], '*', MUST_EXIST));
    $cm = get_fast_modinfo($course, $asked['user'])->get_cm($cm->id);
    if (!$cm->uservisible) {
        return ['locked' => true];
    }
    $told = [];
    switch ($cm->modname) {
        case 'feedback': answer_feedback($cm, $course, $asked['user']); break;
        case 'quiz': $told = answer_quiz($cm, $asked['user'], $asked['right'] ?? true); break;
        case 'data': fill_data($cm, $asked['user']); break;
        case 'scorm': finish_scorm($cm, $asked['user'], $asked['right'] ?? true); break;
        case 'page': page_view($GLOBALS['DB']->get_record('page', ['id' => $cm->instance]), $course, $cm, $cm->context); break;
    }
    $completion = new completion_info($course);
    $completion->update_state($cm, COMPLETION_UNKNOWN, $asked['user']);
    return $told + ['locked' => false, 'state' => (int) $completion->get_data($cm, false, $asked['user'])->completionstate];
});
