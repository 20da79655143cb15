<?php
// {course, learners: {name: group or ""}, role, done: [idnumber]} -> {users: {name: id}, names: {name: username}, password,
// address}: enrol fresh people; what is named in done is marked as done for them, as teachers may.
require(__DIR__ . '/common.php');

answer(function (array $asked): array {
    global $CFG, $DB;
    $password = 'Learner.1234';
    $tag = strtolower(random_string(8));
    $users = $names = [];
    $enrol = enrol_get_plugin('manual');
    $instance = current(array_filter(enrol_get_instances($asked['course'], true), fn($one) => $one->enrol === 'manual'));
    $role = $DB->get_field('role', 'id', ['shortname' => $asked['role'] ?? 'student'], MUST_EXIST);
    $groups = array_column(groups_get_all_groups($asked['course'], 0, 0, 'g.idnumber, g.id'), 'id', 'idnumber');
    foreach ($asked['learners'] as $name => $group) {
        $names[$name] = "$name$tag";
        $users[$name] = user_create_user(['username' => $names[$name], 'password' => $password, 'firstname' => ucfirst($name), 'lastname' => 'Learner',
            'email' => "$name$tag@example.invalid", 'confirmed' => 1, 'mnethostid' => 1, 'auth' => 'manual']);
        $enrol->enrol_user($instance, $users[$name], $role);
        if ($group !== '') {
            groups_add_member($groups[$group], $users[$name]);
        }
    }
    $completion = new completion_info(get_course($asked['course']));
    foreach ($asked['done'] ?? [] as $idnumber) {
        foreach ($users as $user) {
            $completion->update_state(module_named($asked['course'], $idnumber), COMPLETION_COMPLETE, $user, true);
        }
    }
    return ['users' => $users, 'names' => $names, 'password' => $password, 'address' => $CFG->wwwroot];
});
