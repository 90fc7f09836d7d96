package dev.hermes.app.data;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what attributes are in the user's language. Of the screen's thread. */
final class AttributeWords {

    private final Texts texts;
    private final DataWords words;

    AttributeWords(Texts texts, DataWords words) {
        this.texts = texts;
        this.words = words;
    }

    String whose(DatedValue.Subject subject) {
        return texts.get("attributes.of." + word(subject));
    }

    /** Whose they are: {@code People}, or the name of the dataset. */
    String whose(Attributes.Group group) {
        return group.whose() == null
                ? Objects.requireNonNull(group.dataset()).name()
                : whose(Objects.requireNonNull(group.whose()));
    }

    /** How many there are of whose they are. */
    String there(Attributes.Group group) {
        return group.whose() == null
                ? texts.get("attributes.facts")
                : texts.get("attributes.there." + word(Objects.requireNonNull(group.whose())), group.of());
    }

    /** How many have a value. */
    String having(AttributeValues values) {
        return texts.get("attributes.having", values.count(), values.of());
    }

    /** A value in canonical text, as the user writes such. */
    String value(Type type, String value) {
        return switch (type.value()) {
            case NUMBER -> words.cell(Decimal.parse(value));
            case BOOLEAN -> words.cell(Boolean.valueOf(value));
            case DATE, TEXT -> value;
        };
    }

    /** The name of a source. */
    String source(String code, Inventory inventory) {
        return inventory.source(code).map(Source::name).orElse(code);
    }

    /** In how many documents of each kind it is used; a dataset's own uses of its columns go without saying. */
    String used(List<AttributeUse> uses) {
        return Arrays.stream(AttributeUse.Kind.values()).filter(kind -> kind != AttributeUse.Kind.DATASET)
                .map(kind -> used(kind, uses.stream().filter(use -> use.kind() == kind).map(AttributeUse::code)
                        .distinct().count()))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String used(AttributeUse.Kind kind, long documents) {
        return documents == 0 ? "" : texts.get("attributes.used." + word(kind), documents);
    }

    String kind(AttributeUse.Kind kind) {
        return texts.get("attributes.kind." + word(kind));
    }

    String role(AttributeUse.Role role) {
        return texts.get("attributes.role." + word(role));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
