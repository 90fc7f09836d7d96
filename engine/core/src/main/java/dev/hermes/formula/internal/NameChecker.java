package dev.hermes.formula.internal;

import dev.hermes.formula.Expression;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.formula.Names;
import dev.hermes.formula.Span;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds out what names stand for, with the parts after their dots. */
final class NameChecker {

    private final SourceText source;
    private final Names names;
    private final boolean eachDay;
    private boolean readsDays;

    NameChecker(SourceText source, Names names, boolean eachDay) {
        this.source = source;
        this.names = names;
        this.eachDay = eachDay;
    }

    /** Whether what was read so far holds day by day. */
    boolean readsDays() {
        return readsDays;
    }

    /** A name with the words after its dots. */
    private record Path(List<Syntax.Name> words, Span span) {

        String upTo(int count) {
            return String.join(".", words.subList(0, count).stream().map(Syntax.Name::name).toList());
        }
    }

    /** What a path leads to, and how many of its words lead there. */
    private record Found(Symbol symbol, int used) {}

    /** The value that a name stands for. */
    Expression read(Syntax syntax) {
        Path path = pathOf(syntax);
        Found found = find(path);
        List<Syntax.Name> rest = path.words().subList(found.used(), path.words().size());
        String shown = SourceText.quote(path.upTo(found.used()));
        return switch (found.symbol()) {
            case Symbol.OfIndicator indicator -> {
                readsDays |= indicator.eachDay();
                yield new IndicatorReading(source, indicator, shown, eachDay).read(rest, path.span());
            }
            case Symbol.OfValue value -> {
                if (!rest.isEmpty()) {
                    throw source.problem(rest.getFirst().span(),
                            Message.of("{0} is a single value and has no part {1}. Maybe an indicator was meant.",
                                    shown, SourceText.quote(rest.getFirst().name())));
                }
                readsDays |= value.eachDay();
                yield new Expression.ReadValue(value.source(), value.type(), path.span());
            }
            case Symbol.OfGroup group -> throw source.problem(path.span(),
                    group.members().isEmpty()
                            ? Message.of("{0} stands for nothing here. Maybe another name was meant.", shown)
                            : Message.of("{0} is read by its parts. Maybe {1}.{2}.", shown, path.upTo(found.used()),
                                    group.members().keySet().iterator().next()));
            case Symbol.OfRateTable _ -> throw source.problem(path.span(),
                    Message.of("{0} is a rate table, which only functions read. Maybe band(x, {1}).", shown,
                            path.upTo(found.used())));
        };
    }

    /** The rate table that an argument names. */
    Symbol.OfRateTable rateTable(Syntax syntax) {
        if (syntax instanceof Syntax.Name || syntax instanceof Syntax.Member) {
            Path path = pathOf(syntax);
            Found found = find(path);
            if (found.symbol() instanceof Symbol.OfRateTable table && found.used() == path.words().size()) {
                return table;
            }
        }
        throw source.problem(syntax.span(),
                Message.of(
                        "A rate table is wanted here, by its name. Maybe the arguments are in another order: band(x, "
                                + "table, key)."));
    }

    private Path pathOf(Syntax syntax) {
        List<Syntax.Name> words = new ArrayList<>();
        Syntax at = syntax;
        while (at instanceof Syntax.Member member) {
            words.addFirst(new Syntax.Name(member.name(), member.nameSpan()));
            at = member.of();
        }
        if (!(at instanceof Syntax.Name first)) {
            throw source.problem(words.getFirst().span(), Message
                    .of("Only names have parts after a dot. Maybe the dot is one too many, or the part belongs to a "
                            + "name within the brackets."));
        }
        words.addFirst(first);
        return new Path(words, syntax.span());
    }

    private Found find(Path path) {
        Syntax.Name first = path.words().getFirst();
        Symbol symbol = names.find(first.name()).orElseThrow(() -> unknown(first));
        int used = 1;
        while (symbol instanceof Symbol.OfGroup group && used < path.words().size()) {
            Syntax.Name word = path.words().get(used);
            Map<String, Symbol> members = group.members();
            Symbol member = members.get(word.name());
            if (member == null) {
                throw source.problem(word.span(),
                        Message.of("{0} has no part {1}. {2}", SourceText.quote(path.upTo(used)),
                                SourceText.quote(word.name()), nearest(word.name(), members.keySet())));
            }
            symbol = member;
            used++;
        }
        return new Found(symbol, used);
    }

    private FormulaException unknown(Syntax.Name name) {
        List<FunctionDescription> functions = FunctionRegistry.find(name.name());
        String shown = SourceText.quote(name.name());
        return source.problem(name.span(),
                functions.isEmpty() ? Message.of("There is no {0} here. {1}", shown, nearest(name.name(), names.all()))
                        : Message.of("{0} is a function. Maybe {1}.", shown, functions.getFirst().signature()));
    }

    static Message nearest(String name, Collection<String> candidates) {
        return Nearest.nearest(name, candidates).map(candidate -> Message.of("Maybe {0}.", candidate))
                .orElse(Message.of("Maybe it is spelt otherwise, or still to be declared."));
    }
}
