package dev.hermes.document;

import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Type;

/** The fields of a dated value. */
final class DatedValueForm {

    static final Words<Subject> SUBJECTS = Words.of(Subject.class);

    private DatedValueForm() {}

    static DatedValue read(String code, String name, Fields fields) {
        Type type = fields.required("type", Readings::type, Type.NUMBER);
        return new DatedValue(code, name, type, fields.word("of", SUBJECTS));
    }

    static void write(DatedValue value, Output output) {
        output.text("type", value.type().word()).word("of", value.of(), SUBJECTS);
    }
}
