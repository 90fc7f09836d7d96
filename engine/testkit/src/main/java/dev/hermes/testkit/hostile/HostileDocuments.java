package dev.hermes.testkit.hostile;

import static dev.hermes.testkit.hostile.Outcome.accepted;
import static dev.hermes.testkit.hostile.Outcome.refused;

import java.util.List;

/** YAML that is to become documents. */
final class HostileDocuments {

    private static final String CALENDAR = "hermes: 1\nkind: calendar\ncode: months\nperiods: months\n";
    private static final String LAUGHS = """
            a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            """;

    private HostileDocuments() {}

    static List<HostileFile> all() {
        return List.of(
                file("fine.yaml", CALENDAR, accepted("calendar months")),
                file("alias-bomb.yaml", LAUGHS, refused("1:4", "The anchor &a is not allowed.")),
                file("alias-of-itself.yaml", "a: &a [*a]\n", refused("1:4", "The anchor &a is not allowed.")),
                file("merge-key.yaml", "hermes: 1\n<<: {kind: calendar}\n",
                        refused("2:1", "The merge key << is not allowed.")),
                file("brackets-without-end.yaml", "a: " + "[".repeat(200_000),
                        refused("1:53", "nested more than 50 deep")),
                file("braces-without-end.yaml", "a: " + "{a: ".repeat(50_000),
                        refused("1:", "nested more than 50 deep")),
                file("dashes-without-end.yaml", "a:\n  " + "- ".repeat(100_000),
                        refused("2:", "nested more than 50 deep")),
                file("values-without-end.yaml", "a: [" + "1,".repeat(600_000) + "]",
                        refused("1:", "more than 500000 values")),
                file("characters-without-end.yaml", CALENDAR + "#".repeat(6 << 20),
                        refused("1:1", "at most 5242880 are read")),
                file("documents-without-end.yaml", (CALENDAR + "---\n").repeat(30_000), refused("", "Maybe ")),
                file("tabs.yaml", "hermes: 1\nkind: calendar\n\tcode: months\n",
                        refused("3:1", "Maybe indent with spaces.")),
                file("names-twice.yaml", CALENDAR + "code: other\n", refused("5:1", "already stands in line 3")),
                file("object-of-its-choosing.yaml", "hermes: 1\nname: !!java.net.URL ['http://localhost']\n",
                        refused("2:7", "The tag ")),
                file("directive.yaml", "%YAML 1.1\n---\n" + CALENDAR, refused("", "YAML 1.2 without directives")),
                file("control-character.yaml", CALENDAR + "name: a\u0007b\n", refused("5:8", "The character U+0007")),
                file("right-to-left.yaml", CALENDAR + "name: a\u202Eb\n", refused("5:8", "The character U+202E")),
                file("name-without-end.yaml", "? " + "a".repeat(100_000) + "\n: 1\n",
                        refused("1:3", "is longer than 256 characters")),
                file("number-without-end.yaml", "hermes: " + "9".repeat(1 << 20) + "\nkind: calendar\ncode: months\n",
                        refused("1:9", "Maybe ")),
                file("code-that-leads-elsewhere.yaml", CALENDAR.replace("code: months", "code: ../../etc/passwd"),
                        refused("3:7", "Maybe ")),
                file("formula-that-runs-programs.yaml", """
                        hermes: 1
                        kind: indicator
                        code: evil
                        type: composite
                        unit: USD
                        formula: "'id'.execute().text"
                        """, accepted("indicator evil")),
                file("no-yaml.yaml", "{]", refused("1:2", "This is not YAML")),
                file("empty.yaml", "", refused("1:1", "There is no document.")),
                file("nothing-but-lines.yaml", "---\n".repeat(1_000), refused("", "The document is empty.")));
    }

    private static HostileFile file(String name, String text, Outcome expected) {
        return HostileFile.ofText(name, text, expected);
    }
}
