<?php
// {file} -> {course, precheck, logs}: restore a backup as a new course.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $DB, $USER;
    $folder = 'test' . random_string(12);
    get_file_packer('application/vnd.moodle.backup')->extract_to_pathname($asked['file'], make_backup_temp_directory($folder));
    $course = restore_dbops::create_new_course('', '', core_course_category::get_default()->id);
    $restore = new restore_controller($folder, $course, backup::INTERACTIVE_NO, backup::MODE_GENERAL, $USER->id, backup::TARGET_NEW_COURSE);
    $restore->execute_precheck();
    $precheck = $restore->get_precheck_results();
    $restore->execute_plan();
    $logs = $DB->get_records_select('backup_logs', 'backupid = ? AND loglevel <= ?', [$restore->get_restoreid(), backup::LOG_WARNING]);
    $restore->destroy();
    return ['course' => $course, 'precheck' => $precheck, 'logs' => array_column($logs, 'message')];
});
