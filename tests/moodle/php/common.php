<?php
// What the scripts of these tests share: a Moodle named by MOODLE_DIR, one JSON object on standard input, one on
// standard output. Warnings of PHP are part of the answer. They write courses and users: use a site that may be thrown away.
define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->dirroot . '/group/lib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->libdir . '/gradelib.php');

// Nobody is to get mail from a test.
$CFG->noemailever = true;
$CFG->noreplyaddress = $CFG->noreplyaddress ?? 'noreply@example.invalid';

/** Run $work on the JSON that was handed in, and print what it returns. */
function answer(callable $work): void {
    $asked = json_decode(stream_get_contents(STDIN), true);
    $warnings = [];
    set_error_handler(function ($number, $message, $file, $line) use (&$warnings) {
        $warnings[] = "$message (" . basename($file) . ":$line)";
        return true;
    });
    \core\session\manager::set_user(get_admin());
    ob_start();
    try {
        $found = $work($asked);
    } catch (Throwable $error) {
        $found = ['error' => get_class($error) . ': ' . $error->getMessage() . ' ' . ($error->debuginfo ?? '')];
    }
    $found['printed'] = trim(strip_tags(ob_get_clean()));
    $found['warnings'] = $warnings;
    echo json_encode($found, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
}

/** The course module with an idnumber. */
function module_named(int $course, string $idnumber): cm_info {
    foreach (get_fast_modinfo($course)->get_cms() as $cm) {
        if ($cm->idnumber === $idnumber) {
            return $cm;
        }
    }
    throw new coding_exception("no module $idnumber");
}
