<?php
// {course, module, users: [id]} -> {cm, tracks: {id: [[element, value]]}}: every row that Moodle keeps of a SCORM package.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $DB;
    $cm = module_named($asked['course'], $asked['module']);
    $tracks = [];
    foreach ($asked['users'] as $user) {
        $rows = $DB->get_records_sql('SELECT v.id, e.element, v.value
              FROM {scorm_scoes_value} v JOIN {scorm_attempt} a ON a.id = v.attemptid JOIN {scorm_element} e ON e.id = v.elementid
             WHERE a.scormid = ? AND a.userid = ? ORDER BY e.element, v.id', [$cm->instance, $user]);
        $tracks[$user] = array_map(fn($row) => [$row->element, $row->value], array_values($rows));
    }
    return ['cm' => (int) $cm->id, 'tracks' => (object) $tracks];
});
