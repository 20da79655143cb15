<?php
// {course, file} -> {size}: Moodle's own backup of a course, without users.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $USER;
    $backup = new backup_controller(backup::TYPE_1COURSE, $asked['course'], backup::FORMAT_MOODLE, backup::INTERACTIVE_NO, backup::MODE_GENERAL, $USER->id);
    $backup->get_plan()->get_setting('users')->set_value(0);
    $backup->execute_plan();
    $file = $backup->get_results()['backup_destination'];
    $file->copy_content_to($asked['file']);
    $backup->destroy();
    return ['size' => filesize($asked['file'])];
});
