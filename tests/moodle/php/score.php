<?php
// {course, module, cases: [{id, answer, decimal}]} -> {found: {idnumber: type}, scores: [share or null]}: what Moodle's
// question engine gives for each answer to a question that a quiz asks or draws; null where it is worth nothing.
//
// An answer has one part for each control of the question, in order: the place of an option (from 0, as the backup has
// them) or a list of places, a text as typed or as it stands in a list, null for nothing.
require(__DIR__ . '/common.php');

/** Every question of a quiz, by idnumber: those in slots, and all that its random slots can draw. */
function questions_of(cm_info $cm): array {
    $loader = new \core_question\local\bank\random_question_loader(new qubaid_list([]));
    $found = [];
    foreach (\mod_quiz\question\bank\qbank_helper::get_question_structure($cm->instance, $cm->context) as $slot) {
        $drawn = $slot->filtercondition ? $loader->get_filtered_questions($slot->filtercondition['filter'], 1000) : [];
        foreach ($slot->filtercondition ? array_column($drawn, 'id') : [$slot->questionid] as $id) {
            $question = question_bank::load_question($id, true);
            $found[$question->idnumber] = $question->id;
        }
    }
    return $found;
}

/** The keys that a choice stands under in this attempt, for places in the backup. */
function keys_of(question_definition $choice, question_attempt $attempt, mixed $places): array {
    $ids = array_keys($choice->answers);
    sort($ids);
    $order = $choice->get_order($attempt);
    $texts = array_map(fn($id) => trim(strip_tags($choice->answers[$id]->answer)), $ids);
    $chosen = array_map(fn($place) => is_string($place) ? array_search($place, $texts, true) : $place, (array) $places);
    return array_map(fn($place) => array_search($ids[$place], $order), array_intersect(array_keys($ids), $chosen));
}

/** What a learner's page would send for a choice or a field to type in; $prefix: of a field of a Cloze question. */
function sent(question_definition $field, question_attempt $attempt, mixed $part, string $prefix): array {
    if ($part === null) {
        return [];
    }
    if (!($field instanceof qtype_multichoice_base)) {
        return ["{$prefix}answer" => $part];
    }
    $keys = keys_of($field, $attempt, $part);
    if ($field instanceof qtype_multichoice_single_question) {
        return $keys ? ["{$prefix}answer" => (string) reset($keys)] : [];
    }
    $boxes = [];
    foreach (array_keys($field->get_order($attempt)) as $key) {
        $boxes["{$prefix}choice$key"] = in_array($key, $keys, true) ? '1' : '0';
    }
    return $boxes;
}

function response(question_definition $question, question_attempt $attempt, array $parts): array {
    $found = [];
    switch ($question->get_type_name()) {
        case 'truefalse':
            return in_array($parts[0], [0, 1], true) ? ['answer' => (string) (1 - $parts[0])] : [];
        case 'essay':
            return ['answer' => $parts[0], 'answerformat' => FORMAT_HTML];
        case 'match':
            $rows = array_keys($question->stems);
            sort($rows);
            foreach ($question->get_stem_order() as $place => $row) {
                $values = array_map(fn($choice) => $question->choices[$choice], $question->get_choice_order());
                $found["sub$place"] = (string) (array_search($parts[array_search($row, $rows)] ?? null, $values, true) ?: 0);
            }
            return $found;
        case 'ordering':
            $ids = array_keys($question->answers);
            sort($ids);
            $known = array_filter($parts, fn($part) => isset($ids[$part ?? -1]));
            return $known ? [$question->get_response_fieldname() => implode(',', array_map(fn($part) => $question->answers[$ids[$part]]->md5key, $known))] : [];
        case 'gapselect':
        case 'ddwtos':
            foreach ($question->places as $place => $group) {
                $texts = array_map(fn($choice) => $choice->text, $question->get_ordered_choices($group));
                $found["p$place"] = (string) (array_search($parts[$place - 1] ?? null, $texts, true) ?: 0);
            }
            return $found;
        case 'multianswer':
            foreach (array_values($question->subquestions) as $place => $field) {
                $found += sent($field, $attempt, $parts[$place] ?? null, 'sub' . ($place + 1) . '_');
            }
            return $found;
    }
    return sent($question, $attempt, $parts[0], '');
}

/** Numbers as a site writes them whose language has this decimal sign. */
function speak(question_definition $question, string $decimal): void {
    foreach ([$question, ...($question->subquestions ?? [])] as $each) {
        if (isset($each->ap) && $decimal === ',') {
            $each->ap->set_characters(',', "\u{a0}");
        }
    }
}

answer(function (array $asked): array {
    $known = questions_of(module_named($asked['course'], $asked['module']));
    $scores = [];
    foreach ($asked['cases'] as $case) {
        $question = question_bank::load_question($known[$case['id']] ?? throw new coding_exception("not asked: $case[id]"), true);
        speak($question, $case['decimal']);
        $usage = question_engine::make_questions_usage_by_activity('mod_quiz', context_course::instance($asked['course']));
        $usage->set_preferred_behaviour('deferredfeedback');
        $slot = $usage->add_question($question);
        $usage->start_question($slot);
        $attempt = $usage->get_question_attempt($slot);
        $posted = ['slots' => $slot];
        foreach (response($question, $attempt, $case['answer']) as $name => $value) {
            $posted[$attempt->get_qt_field_name($name)] = $value;
        }
        $usage->process_action($slot, $usage->extract_responses($slot, $posted));
        $usage->finish_all_questions();
        $scores[] = $question->defaultmark > 0 ? (float) $usage->get_question_fraction($slot) : null;
    }
    $types = array_map(fn($id) => question_bank::load_question($id)->get_type_name(), $known);
    return ['found' => $types, 'scores' => $scores];
});
