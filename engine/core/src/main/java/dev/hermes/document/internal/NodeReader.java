package dev.hermes.document.internal;

import dev.hermes.document.internal.Node.Entries;
import dev.hermes.document.internal.Node.Entry;
import dev.hermes.document.internal.Node.Items;
import dev.hermes.document.internal.Node.Position;
import dev.hermes.document.internal.Node.Refused;
import dev.hermes.document.internal.Node.Scalar;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Reads the plain part of YAML 1.2: scalars, lists and entries. Anchors, aliases, tags, merge keys, duplicate names and
 * names that are not text are refused, each as a problem, and reading goes on behind it. The text is untrusted: its
 * size, depth and number of values are limited, and nothing in it is ever made into an object of its choosing.
 */
public final class NodeReader {

    /** Characters of a text. */
    public static final int MOST_CHARACTERS = 5 << 20;
    /** Values in a text. */
    public static final int MOST_VALUES = 500_000;
    /** Lists and entries inside each other. */
    public static final int GREATEST_DEPTH = 50;

    /** Characters of a name; YAML itself reads no more than 1,024 before a colon. */
    private static final int LONGEST_NAME = 256;
    private static final Message DIRECTIVE = Message.of("Documents are YAML 1.2 without directives. Maybe remove the "
            + "lines that start with %.");
    private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
    private static final Map<String, String> USUAL_TAGS = Map.of("!", "!", "!!", "tag:yaml.org,2002:");
    /** Who has that many to mend will read it again. */
    private static final int MOST_PROBLEMS = 100;

    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final List<Node> roots = new ArrayList<>();
    private int values;

    private NodeReader() {}

    /**
     * What was read of a text.
     *
     * @param roots
     *            the documents of the text, in order; only those before the first error of syntax
     * @param problems
     *            in the order in which they were found
     */
    public record Result(List<Node> roots, List<SyntaxProblem> problems) {

        public Result {
            roots = List.copyOf(roots);
            problems = List.copyOf(problems);
        }
    }

    /** Reads every document of a text; {@code ---} stands between two. A byte order mark at its start is skipped. */
    public static Result read(String text) {
        NodeReader reader = new NodeReader();
        reader.readAll(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return new Result(reader.roots, reader.problems);
    }

    private void readAll(String text) {
        if (text.length() > MOST_CHARACTERS) {
            refuse(Position.START,
                    Message.of("The text has {0} characters; at most {1} are read. Maybe the rows belong "
                            + "in a file that a mapping brings in.", text.length(), MOST_CHARACTERS));
            return;
        }
        try {
            checkCharacters(text);
            if (!problems.isEmpty()) {
                return;
            }
            Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof DocumentStartEvent start) {
                    checkDirectives(start);
                    roots.add(node(events.next(), events, 1));
                }
            }
        } catch (StoppedException stopped) {
            problems.add(stopped.problem);
        } catch (MarkedYamlEngineException e) {
            problems.add(problem(e));
        } catch (YamlVersionException e) {
            problems.add(new SyntaxProblem(Position.START, DIRECTIVE));
        } catch (YamlEngineException e) {
            problems.add(new SyntaxProblem(Position.START,
                    notYaml(String.valueOf(e.getMessage()), Message.of("Maybe another file was meant."))));
        }
    }

    private void checkCharacters(String text) {
        int line = 1;
        int column = 1;
        int character;
        for (int index = 0; index < text.length(); index += Character.charCount(character)) {
            character = text.codePointAt(index);
            boolean carriageReturn = character == '\r' && text.startsWith("\n", index + 1);
            if (!carriageReturn && Characters.isForbidden(character)) {
                refuse(new Position(line, column),
                        Message.of("The character {0} is not allowed in a document. Maybe it came with copied text: "
                                + "delete it.", Characters.name(character)));
            }
            if (character == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    private void checkDirectives(DocumentStartEvent start) {
        boolean newerYaml = start.getSpecVersion().filter(version -> version.getMinor() != 2).isPresent();
        boolean tags = !USUAL_TAGS.entrySet().containsAll(start.getTags().entrySet());
        if (newerYaml || tags) {
            refuse(position(start.getStartMark()), DIRECTIVE);
        }
    }

    private Node node(Event event, Iterator<Event> events, int depth) {
        Position position = position(event.getStartMark());
        if (++values > MOST_VALUES) {
            throw new StoppedException(position,
                    Message.of("The text holds more than {0} values. Maybe the rows belong "
                            + "in a file that a mapping brings in.", MOST_VALUES));
        }
        if (depth > GREATEST_DEPTH) {
            throw new StoppedException(position,
                    Message.of("Values are nested more than {0} deep. Maybe a bracket is not closed.", GREATEST_DEPTH));
        }
        if (event instanceof AliasEvent alias) {
            refuse(position,
                    Message.of("The alias *{0} is not allowed. Maybe write the value out here.", alias.getAlias()));
            return new Refused(position);
        }
        refuseAnchor(event, position);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, position);
            case SequenceStartEvent list -> {
                refuseTag(list.getTag(), position);
                yield items(position, events, depth);
            }
            case MappingStartEvent map -> {
                refuseTag(map.getTag(), position);
                yield entries(position, events, depth);
            }
            default -> throw new IllegalStateException("The parser gave " + event + " where a value begins.");
        };
    }

    private Node scalar(ScalarEvent scalar, Position position) {
        refuseTag(scalar.getTag(), position);
        Optional<Integer> forbidden = scalar.getValue().codePoints().filter(Characters::isForbidden).boxed()
                .findFirst();
        if (forbidden.isPresent()) {
            refuse(position, Message.of("The escape for the character {0} is not allowed in a document. Maybe delete "
                    + "it.", Characters.name(forbidden.get())));
            return new Refused(position);
        }
        return new Scalar(scalar.getValue(), !scalar.isPlain(), position);
    }

    private Items items(Position position, Iterator<Event> events, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, events, depth + 1));
        }
        return new Items(nodes, position);
    }

    private Entries entries(Position position, Iterator<Event> events, int depth) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node name = node(event, events, depth + 1);
            Node value = node(events.next(), events, depth + 1);
            if (isName(name) && name instanceof Scalar scalar) {
                Entry first = entries.putIfAbsent(scalar.text(), new Entry(name.position(), value));
                if (first != null) {
                    refuse(name.position(),
                            Message.of("The name {0} already stands in line {1}. Maybe remove one of the two.",
                                    Quotation.of(scalar.text()), first.name().line()));
                }
            }
        }
        return new Entries(entries, position);
    }

    private boolean isName(Node node) {
        return switch (node) {
            case Refused refused -> false;
            case Scalar scalar when scalar.text().equals("<<") && !scalar.quoted() -> {
                refuse(node.position(),
                        Message.of("The merge key << is not allowed. Maybe write the fields out here."));
                yield false;
            }
            case Scalar scalar when scalar.text().length() > LONGEST_NAME -> {
                refuse(node.position(), Message.of("The name {0} is longer than {1} characters. Maybe a quote is "
                        + "missing.", Quotation.of(scalar.text()), LONGEST_NAME));
                yield false;
            }
            case Scalar scalar when !scalar.isNull() -> true;
            default -> {
                refuse(node.position(),
                        Message.of("A name is needed before the colon. Maybe a quote or a dash is out of place."));
                yield false;
            }
        };
    }

    private void refuse(Position position, Message message) {
        if (problems.size() == MOST_PROBLEMS) {
            throw new StoppedException(position,
                    Message.of("There are more problems than these. Maybe mend them first and read the text again."));
        }
        problems.add(new SyntaxProblem(position, message));
    }

    private void refuseAnchor(Event event, Position position) {
        if (event instanceof NodeEvent node) {
            Optional<Anchor> anchor = node.getAnchor();
            anchor.ifPresent(name -> refuse(position, Message.of("The anchor &{0} is not allowed. Maybe remove it and "
                    + "write the value out where needed.", name)));
        }
    }

    private void refuseTag(Optional<String> tag, Position position) {
        tag.ifPresent(name -> refuse(position, Message.of("The tag {0} is not allowed. Maybe remove it, or quote the "
                + "value if it starts with an exclamation mark.", Quotation.of(name))));
    }

    private static SyntaxProblem problem(MarkedYamlEngineException e) {
        String problem = e.getProblem().replaceAll("\\s+", " ");
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        Message remedy;
        if (problem.contains("unexpected end of stream")) {
            mark = e.getContextMark().or(e::getProblemMark);
            remedy = Message.of("Maybe the closing quote is missing.");
        } else if (problem.contains("could not find expected ':'")) {
            mark = e.getContextMark().or(e::getProblemMark);
            remedy = Message.of("Maybe a colon and a space are missing in this line.");
        } else if (problem.contains("(TAB)")) {
            remedy = Message.of("Maybe indent with spaces.");
        } else if (problem.contains("mapping values are not allowed")) {
            remedy = Message.of("Maybe the text before it holds a colon and a space: quote that text.");
        } else if (problem.contains("unknown escape character")) {
            remedy = Message.of("Maybe use single quotes, within which a backslash is nothing but itself.");
        } else if (problem.contains("cannot start any token")) {
            remedy = Message.of("Maybe quote the text that starts here.");
        } else {
            remedy = Message
                    .of("Maybe a quote or a bracket is missing before this place, or the indentation is uneven.");
        }
        return new SyntaxProblem(position(mark), notYaml(problem, remedy));
    }

    /** @param problem what the parser says, in its own words */
    private static Message notYaml(String problem, Message remedy) {
        return Message.of("This is not YAML: {0}. {1}", problem, remedy);
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(place -> new Position(place.getLine() + 1, place.getColumn() + 1)).orElse(Position.START);
    }

    /** Ends the reading of a text that is beyond a limit. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SyntaxProblem problem;

        StoppedException(Position position, Message message) {
            super(message.text(), null, false, false);
            this.problem = new SyntaxProblem(position, message);
        }
    }
}
