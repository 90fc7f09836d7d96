package dev.hermes.app.session;

import dev.hermes.document.LoadedDocument;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactFiles;
import dev.hermes.local.Limits;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.CalcInputs.Balances;
import dev.hermes.model.Failure;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.IndicatorPlan;
import dev.hermes.plan.IndicatorPlanner;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.plan.PayCalendar;
import dev.hermes.plan.Planner;
import dev.hermes.trace.Trace;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.InputsRead;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.PayoutRecord;
import dev.hermes.workspace.RunOrigin;
import dev.hermes.workspace.RunRecord;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.cache.CachedFacts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An open workspace that periods are calculated from. The documents are those of the moment at which it was opened. Of
 * one thread; to be closed.
 */
public final class CalcSession implements AutoCloseable {

    private final Workspace workspace;
    /** The workspace where it is closed with the session. */
    private final @Nullable Workspace owned;
    private final Documents.State documents;
    private final CompiledLibrary library;
    private final FactFiles files;
    private final DuckFacts facts;
    private final Engine engine;

    private CalcSession(Workspace workspace, @Nullable Workspace owned, Documents.State documents,
            CompiledLibrary library, FactFiles files, DuckFacts facts, Engine engine) {
        this.workspace = workspace;
        this.owned = owned;
        this.documents = documents;
        this.library = library;
        this.files = files;
        this.facts = facts;
        this.engine = engine;
    }

    /** A run with what it read. */
    public record Run(Calculation calculation, CalcInputs inputs, String inputsVersion) {

        public CalcResult result() {
            return calculation.result();
        }
    }

    /**
     * Opens the workspace of a folder.
     *
     * @param added
     *            documents that count as if they were in the workspace
     * @param threads
     *            how many threads calculate
     * @throws dev.hermes.workspace.WorkspaceException
     *             where the folder holds none
     */
    public static CalcSession open(Path folder, List<LoadedDocument> added, int threads) {
        Workspace workspace = new WorkspaceFolder(folder).open();
        try {
            Documents.State now = workspace.documents().current();
            // What is added is no revision of the workspace's.
            return of(workspace, workspace, added.isEmpty()
                    ? now
                    : new Documents.State(now.operation(), now.library().with(added), Map.of()), threads);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /**
     * A session on a workspace that stays open when the session is closed.
     *
     * @param threads
     *            how many threads calculate
     */
    public static CalcSession within(Workspace workspace, int threads) {
        return of(workspace, null, workspace.documents().current(), threads);
    }

    /** The same with documents that count as if they were in the workspace. */
    public static CalcSession within(Workspace workspace, List<LoadedDocument> added, int threads) {
        Documents.State now = workspace.documents().current();
        return of(workspace, null, new Documents.State(now.operation(), now.library().with(added), Map.of()), threads);
    }

    /** The same with other documents than those of now. */
    static CalcSession within(Workspace workspace, Documents.State documents, int threads) {
        return of(workspace, null, documents, threads);
    }

    private static CalcSession of(Workspace workspace, @Nullable Workspace owned, Documents.State documents,
            int threads) {
        CompiledLibrary library = LibraryCompiler.compile(documents.library());
        FactFiles files = workspace.facts().current();
        DuckFacts facts = DuckFacts.open(files, library.library().datasets(),
                Limits.standard().withThreads(threads));
        return new CalcSession(workspace, owned, documents, library, files, facts, new Engine(threads));
    }

    public Workspace workspace() {
        return workspace;
    }

    public CompiledLibrary library() {
        return library;
    }

    /**
     * The schemes that hold on any day of a period, in the order of codes.
     *
     * @param period
     *            the code of the period in the calendar of each scheme
     * @throws FindingsException
     *             where there is none
     */
    public List<String> schemesIn(String period) {
        List<String> found = library.schemes().values().stream()
                .filter(scheme -> scheme.calendar().find(period).filter(days -> holds(scheme.document(), days))
                        .isPresent())
                .map(scheme -> scheme.document().code()).sorted().toList();
        if (found.isEmpty()) {
            throw new FindingsException(List.of(Finding.error("period " + period, "", null,
                    library.schemes().isEmpty()
                            ? Message.of("No scheme holds in it. Maybe apply documents with a scheme first.")
                            : Message.of("No scheme holds in it. Maybe another one was meant: {0}.", validities()))));
        }
        return found;
    }

    /** The same, those of one calendar together. */
    public List<List<String>> schemesByCalendar(String period) {
        Map<String, List<String>> byCalendar = schemesIn(period).stream().collect(Collectors.groupingBy(
                code -> library.library().scheme(code).orElseThrow().calendar(), TreeMap::new, Collectors.toList()));
        return List.copyOf(byCalendar.values());
    }

    private Message validities() {
        return library.schemes().values().stream().map(CalcSession::validity)
                .sorted(Comparator.comparing(Message::text)).reduce((one, other) -> Message.of("{0}; {1}", one, other))
                .orElseThrow();
    }

    private static Message validity(CompiledScheme scheme) {
        Scheme document = scheme.document();
        return document.to() == null
                ? Message.of("scheme {0} holds from {1}, with periods like {2}", document.code(), document.from(),
                        scheme.calendar().example())
                : Message.of("scheme {0} holds from {1} to before {2}, with periods like {3}", document.code(),
                        document.from(), document.to(), scheme.calendar().example());
    }

    private static boolean holds(Scheme scheme, Period period) {
        LocalDate to = scheme.to();
        return scheme.from().isBefore(period.end()) && (to == null || to.isAfter(period.start()));
    }

    /**
     * The last period for which anything was uploaded: a target, a score or the like.
     *
     * @throws FindingsException
     *             where nothing was
     */
    public String latestPeriod() {
        Set<String> uploaded = workspace.imports().periods();
        return library.schemes().values().stream()
                .flatMap(scheme -> uploaded.stream().flatMap(code -> scheme.calendar().find(code).stream()))
                .max(Comparator.comparing(Period::end)).map(Period::code)
                .orElseThrow(() -> new FindingsException(List.of(Finding.error("workspace " + workspace.folder(), "",
                        null, Message.of(
                                "Nothing was uploaded for any period of its schemes, so none is the latest. Maybe "
                                        + "calculate one with 'hermes calc'.")))));
    }

    /**
     * What indicators come to in a period, whoever is paid for them.
     *
     * @param period
     *            the code of the period in the calendar
     * @throws dev.hermes.model.FindingsException
     *             where the calendar or the period is not known, or the organisation contradicts itself
     */
    public IndicatorValues values(List<String> indicators, String calendar, String period, RunMonitor monitor) {
        IndicatorPlan plan = IndicatorPlanner.plan(library, indicators, calendar, period, null);
        return values(plan, inputs(plan.plan(), Balances.NONE), monitor);
    }

    private IndicatorValues values(IndicatorPlan plan, InputsRead read, RunMonitor monitor) {
        IndicatorValues values = engine.values(library, plan, read.inputs(), facts(monitor), monitor);
        workspace.cache().keep();
        return values;
    }

    private CachedFacts facts(RunMonitor monitor) {
        return new CachedFacts(facts.withCancellation(monitor::isCancelled), workspace.cache(), this::factsVersion);
    }

    /**
     * What is made of the values of indicators: what was made of the same before, where that is remembered.
     *
     * @param type
     *            as {@link dev.hermes.workspace.cache.CachedResults} takes it
     * @param making
     *            makes the same of the same values
     */
    public <T extends Record> T ofValues(Class<T> type, List<String> indicators, String calendar, String period,
            RunMonitor monitor, Function<IndicatorValues, T> making) {
        IndicatorPlan plan = IndicatorPlanner.plan(library, indicators, calendar, period, null);
        return new Remembered<>(type, workspace, files).get(List.of(plan.plan().fingerprint(), indicators, plan.left()),
                monitor, () -> {
                    InputsRead read = inputs(plan.plan(), Balances.NONE);
                    return new Remembered.Made<>(making.apply(values(plan, read, monitor)), read.version());
                });
    }

    /** The same of what schemes pay in a period. */
    public <T extends Record> T ofRun(Class<T> type, List<String> schemes, String period, RunMonitor monitor,
            Function<Run, T> making) {
        CalcPlan plan = Planner.plan(library, schemes, period, null);
        Balances balances = balances(plan, Long.MAX_VALUE);
        return new Remembered<>(type, workspace, files).get(List.of(plan.fingerprint(), schemes, balances), monitor,
                () -> {
                    Run run = run(plan, balances, monitor);
                    return new Remembered.Made<>(making.apply(run), run.inputsVersion());
                });
    }

    /** What a plan reads besides documents and facts. */
    private InputsRead inputs(CalcPlan plan, Balances balances) {
        Set<String> indicators = plan.nodes().stream().map(node -> node.id().code()).collect(Collectors.toSet());
        Set<String> periods = new HashSet<>(Set.of(plan.period().code()));
        plan.windows().forEach(window -> plan.periods(window).forEach(period -> periods.add(period.code())));
        return workspace.read(new Needed(plan.datedValues().keySet(), indicators, periods), balances);
    }

    private Balances balances(CalcPlan plan, long before) {
        Optional<Period> earlier = plan.calendar().before(plan.period());
        Map<String, String> periodsBefore = new HashMap<>();
        for (CompiledScheme scheme : plan.schemes()) {
            if (!scheme.document().balances().isEmpty()) {
                earlier.ifPresent(period -> periodsBefore.put(scheme.document().lineage(), period.code()));
            }
        }
        return workspace.runs().balances(plan.period().code(), periodsBefore, before);
    }

    /**
     * Calculates schemes of one calendar for a period.
     *
     * @param asOf
     *            what became known later is not read; null: everything is
     * @throws dev.hermes.model.FindingsException
     *             where a scheme or the period is not known, or the organisation contradicts itself
     */
    public Run run(List<String> schemes, String period, @Nullable LocalDate asOf, RunMonitor monitor) {
        return run(schemes, period, asOf, Long.MAX_VALUE, monitor);
    }

    /**
     * The same with the balances that runs before one have closed.
     *
     * @param before
     *            the id of the run
     */
    Run run(List<String> schemes, String period, @Nullable LocalDate asOf, long before, RunMonitor monitor) {
        CalcPlan plan = Planner.plan(library, schemes, period, asOf);
        return run(plan, balances(plan, before), monitor);
    }

    private Run run(CalcPlan plan, Balances balances, RunMonitor monitor) {
        InputsRead read = inputs(plan, balances);
        Run run = new Run(engine.run(library, plan, read.inputs(), facts(monitor), monitor), read.inputs(),
                read.version());
        workspace.cache().keep();
        return run;
    }

    /** The version of the facts of some datasets. */
    private String factsVersion(Set<String> datasets) {
        return files.only(datasets).version();
    }

    /**
     * How a payout came about, down to the files and lines that it was brought in with.
     *
     * @param payee
     *            one whom the scheme pays
     */
    public Trace explain(Run run, String scheme, String payee) {
        Trace trace = run.calculation().explain(scheme, payee).orElseThrow();
        return trace.with(workspace.lineage().of(trace.sources(), facts));
    }

    /**
     * Makes sure that a run of these schemes can be saved, before it is made.
     *
     * @throws dev.hermes.workspace.WorkspaceException
     *             where the period is closed
     */
    public void refuseClosed(List<String> schemes, String period) {
        calendars(schemes).forEach(calendar -> workspace.closings().refuseClosed(calendar, period));
    }

    /** Whether a run of these schemes can be saved, because the period is not closed. */
    public boolean isOpen(List<String> schemes, String period) {
        return calendars(schemes).stream()
                .allMatch(calendar -> workspace.closings().closed(calendar, period).isEmpty());
    }

    private List<String> calendars(List<String> schemes) {
        return schemes.stream().flatMap(code -> library.library().scheme(code).stream()).map(Scheme::calendar)
                .distinct()
                .toList();
    }

    /** Saves what each scheme of a run paid, in the place of what it paid for this period before. */
    public List<SavedRun> save(Run run) {
        return workspace.runs().save(run.result().schemes().stream().map(scheme -> record(run, scheme)).toList());
    }

    private RunRecord record(Run run, SchemeResult scheme) {
        CalcPlan plan = run.result().plan();
        Scheme document = scheme.scheme().document();
        RunOrigin origin = new RunOrigin(documents.operation(), documents.revisions().get("scheme " + document.code()),
                plan.fingerprint(), run.result().factsVersion(), run.inputsVersion(), plan.asOf());
        return new RunRecord(document.code(), document.lineage(), document.calendar(), plan.period().code(),
                document.currency(), origin, payouts(scheme));
    }

    static List<PayoutRecord> payouts(SchemeResult scheme) {
        List<PayoutRecord> payouts = new ArrayList<>();
        for (int index = 0; index < scheme.size(); index++) {
            if (scheme.applies(index)) {
                Failure failure = scheme.failure(index);
                payouts.add(new PayoutRecord(scheme.payee(index), scheme.payout(index).orElse(null),
                        failure == null ? null : failure.code() + ": " + failure.text(),
                        scheme.closingBalances(index)));
            }
        }
        return payouts;
    }

    @Override
    public void close() {
        try (owned) {
            facts.close();
        }
    }
}
