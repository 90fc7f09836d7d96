package dev.hermes.plan;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Drills down from the schemes of a period to everything that they need. Each column is planned once, after the columns
 * that it reads.
 */
public final class Planner {

    private final CompiledLibrary library;
    private final ColumnPlanner columns;

    private Planner(CompiledLibrary library) {
        this.library = library;
        columns = new ColumnPlanner(library);
    }

    /**
     * The plan of a period.
     *
     * @param schemes
     *            the codes of the schemes; all of one calendar
     * @param asOf
     *            null: everything that is known
     * @throws FindingsException
     *             where a scheme or the period is not known, or something that is reached has errors
     */
    public static CalcPlan plan(CompiledLibrary library, List<String> schemes, String period,
            @Nullable LocalDate asOf) {
        Planner planner = new Planner(library);
        List<CompiledScheme> compiled = schemes.stream().map(planner::compiled).toList();
        PayCalendar calendar = compiled.getFirst().calendar();
        Period found = period(calendar, compiled.getFirst().document().calendar(), period);
        for (CompiledScheme scheme : compiled) {
            checkScheme(scheme, compiled.getFirst(), found);
        }
        Map<String, Bindings> bindings = new TreeMap<>();
        for (CompiledScheme scheme : compiled) {
            bindings.put(scheme.document().code(), planner.read(scheme));
        }
        ColumnPlanner columns = planner.columns;
        refuse(columns.findings());
        String fingerprint = Fingerprint.of(columns.documents(), found, asOf);
        return new CalcPlan(calendar, found, asOf, compiled, columns.nodes(), bindings, columns.rateTables(),
                columns.datedValues(), columns.windows(), fingerprint);
    }

    /** The period of a calendar with a code. */
    static Period period(PayCalendar calendar, String code, String period) {
        return calendar.find(period)
                .orElseThrow(() -> new FindingsException(List.of(Finding.error("period " + period, "", null,
                        Message.of("is not a period of the calendar '{0}'. Its periods look like {1}.", code,
                                calendar.example())))));
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new FindingsException(findings.stream().distinct().toList());
        }
    }

    private CompiledScheme compiled(String code) {
        CompiledScheme scheme = library.schemes().get(code);
        if (scheme != null) {
            return scheme;
        }
        List<Finding> errors = library.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
        if (library.library().scheme(code).isPresent()) {
            throw new FindingsException(errors);
        }
        throw new FindingsException(List.of(Finding.error("scheme " + code, "", null,
                library.schemes().isEmpty()
                        ? Message.of("does not exist. There are no schemes; apply a document that holds one.")
                        : Message.of("does not exist. There are {0}.",
                                String.join(", ", library.schemes().keySet().stream().sorted().toList())))));
    }

    private static void checkScheme(CompiledScheme scheme, CompiledScheme first, Period period) {
        List<Finding> findings = new ArrayList<>();
        String subject = "scheme " + scheme.document().code();
        if (!scheme.document().calendar().equals(first.document().calendar())) {
            findings.add(Finding.error(subject, "calendar", null,
                    Message.of("has the calendar '{0}', but scheme {1} has '{2}'. Calculate them one after the other.",
                            scheme.document().calendar(), first.document().code(), first.document().calendar())));
        }
        LocalDate to = scheme.document().to();
        if (!period.end().isAfter(scheme.document().from()) || to != null && !to.isAfter(period.start())) {
            findings.add(Finding.error(subject, "from", null,
                    to == null
                            ? Message.of("is not valid in the period {0}; it holds from {1}.", period.code(),
                                    scheme.document().from())
                            : Message.of("is not valid in the period {0}; it holds from {1} to before {2}.",
                                    period.code(), scheme.document().from(), to)));
        }
        refuse(findings);
    }

    private Bindings read(CompiledScheme scheme) {
        columns.reach(scheme.document());
        library.library().calendar(scheme.document().calendar()).ifPresent(columns::reach);
        Bindings.Builder builder = new Bindings.Builder(Window.CURRENT);
        columns.population(scheme.population(), builder);
        columns.read(scheme.appliesWhen(), builder);
        columns.read(scheme.prorationDays(), builder);
        columns.read(scheme.prorationBasis(), builder);
        columns.read(scheme.pay(), builder);
        columns.read(scheme.coefficient(), builder);
        columns.read(scheme.floor(), builder);
        columns.read(scheme.cap(), builder);
        scheme.closings().forEach(closing -> columns.read(closing, builder));
        for (CompiledParameter parameter : scheme.parameters()) {
            columns.reach(parameter.document());
            columns.read(parameter.combine(), builder);
            columns.read(parameter.appliesWhen(), builder);
            columns.read(parameter.floor(), builder);
            columns.read(parameter.cap(), builder);
            for (CompiledParameter.CompiledItem item : parameter.items()) {
                columns.reach(item.rules().document());
                columns.reach(item.indicator().document());
                for (CompiledRules.CompiledRule rule : item.rules().rules()) {
                    columns.read(rule.condition(), builder);
                    columns.read(rule.expression(), builder);
                }
                columns.read(item.rules().otherwise(), builder);
                if (item.rules().document().eachFact()) {
                    columns.factsOf(item.indicator());
                }
            }
        }
        return builder.build();
    }
}
