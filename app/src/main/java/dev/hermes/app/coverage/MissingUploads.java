package dev.hermes.app.coverage;

import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds payees for whom a value that their scheme reads was not uploaded. Of one thread. */
public final class MissingUploads {

    private final CalcPlan plan;
    private final Map<NodeId, PlanNode> nodes = new HashMap<>();
    /** By series and then subject: an assignment key or a person. */
    private final Map<String, Set<String>> uploaded = new HashMap<>();

    private MissingUploads(Run run) {
        plan = run.result().plan();
        plan.nodes().forEach(node -> nodes.put(node.id(), node));
        for (PeriodValueRow row : run.inputs().periodValues()) {
            if (row.period().equals(plan.period().code())) {
                Set<String> subjects = uploaded.computeIfAbsent(text(row.indicator(), row.series()),
                        _ -> new HashSet<>());
                subjects.add(row.subject());
                if (row.subject().indexOf('_') >= 0) {
                    subjects.add(AssignmentKey.parse(row.subject()).person());
                }
            }
        }
    }

    /** What is missing in a run, by scheme and series. */
    public static List<MissingUpload> of(Run run) {
        MissingUploads uploads = new MissingUploads(run);
        return run.result().schemes().stream().flatMap(scheme -> uploads.of(scheme).stream()).toList();
    }

    private List<MissingUpload> of(SchemeResult result) {
        Scheme scheme = result.scheme().document();
        List<String> payees = IntStream.range(0, result.size()).filter(result::applies).mapToObj(result::payee)
                .toList();
        List<MissingUpload> missing = new ArrayList<>();
        for (NodeId id : read(scheme)) {
            String series = text(id.code(), id.series());
            Set<String> subjects = uploaded.getOrDefault(series, Set.of());
            List<String> without = payees.stream().filter(payee -> !isThere(payee, scheme, subjects)).toList();
            if (!without.isEmpty()) {
                missing.add(new MissingUpload(scheme.code(), series, payees.size(), without));
            }
        }
        return missing;
    }

    /** An upload may name a payee's assignment or the person. */
    private static boolean isThere(String payee, Scheme scheme, Set<String> subjects) {
        return subjects.contains(payee)
                || scheme.payee() == Scheme.Payee.ASSIGNMENT && subjects.contains(AssignmentKey.parse(payee).person());
    }

    /** The uploads of payees' own that the scheme reads for the period itself, directly or through indicators. */
    private SortedSet<NodeId> read(Scheme scheme) {
        SortedSet<NodeId> found = new TreeSet<>(Comparator.comparing(id -> text(id.code(), id.series())));
        Set<NodeId> seen = new HashSet<>();
        Bindings bindings = plan.bindings().get(scheme.code());
        Deque<NodeId> waiting = new ArrayDeque<>(bindings == null ? List.of() : bindings.columns());
        while (!waiting.isEmpty()) {
            NodeId id = waiting.pop();
            PlanNode node = nodes.get(id);
            if (node == null || !seen.add(id)) {
                continue;
            }
            if (node instanceof PlanNode.Value value && id.window() == Window.CURRENT
                    && nodes.get(value.own()) instanceof PlanNode.OwnRows rows && isUpload(rows.source())) {
                found.add(id);
            }
            // What is rolled up belongs to members, and the roll-up's treatment says what is to be if it is missing.
            if (!(node instanceof PlanNode.RollUp)) {
                waiting.addAll(node.inputs());
            }
        }
        return found;
    }

    private static String text(String indicator, Series series) {
        return series == Series.ACTUAL ? indicator : indicator + "." + series.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isUpload(CompiledSource source) {
        return source instanceof CompiledSource.Upload
                || source instanceof CompiledSource.Score score && score.otherwise() == null;
    }
}
