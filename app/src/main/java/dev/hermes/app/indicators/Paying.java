package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calculates what schemes and their parameters pay. Not for the screen's thread. */
final class Paying {

    private final Map<String, List<Decimal>> amounts = new HashMap<>();
    private final Map<String, Boolean> addsUp = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final List<Payouts.OfScheme> schemes = new ArrayList<>();

    private Paying() {}

    /** What all schemes of a period pay; where that cannot be calculated, why. */
    static Payouts of(Workspace workspace, PayPeriod period, Job job) {
        try (CalcSession session = CalcSession.within(workspace, Figuring.THREADS)) {
            if (session.library().library().schemes().isEmpty()) {
                return Payouts.NONE;
            }
            String code = period.period().code();
            List<String> schemes = session.schemesIn(code).stream().filter(scheme -> session.library().library()
                    .scheme(scheme).orElseThrow().calendar().equals(period.calendar())).toList();
            return schemes.isEmpty()
                    ? Payouts.NONE
                    : session.ofRun(Payouts.class, schemes, code, Figuring.monitor(job),
                            run -> new Paying().paid(run.result().schemes()));
        } catch (FindingsException unfit) {
            return Payouts
                    .failed(unfit.findings().stream().map(Finding::message).findFirst().orElse(Message.EMPTY));
        }
    }

    private Payouts paid(List<SchemeResult> results) {
        results.forEach(this::add);
        Map<String, Payouts.Paid> paid = new HashMap<>();
        addsUp.forEach((card, isMoney) -> paid.put(card, paid(card, isMoney)));
        return new Payouts(Freshness.FRESH, paid, schemes);
    }

    private void add(SchemeResult result) {
        Map<String, NumberColumn> columns = new HashMap<>();
        String id = References.schemeId(result.scheme().document().code());
        columns.put(id, add(result, id, true, result::payout));
        List<CompiledParameter> all = result.scheme().parameters();
        for (int parameter = 0; parameter < all.size(); parameter++) {
            int place = parameter;
            String card = References.parameterId(all.get(parameter).document().code());
            columns.put(card, add(result, card, all.get(parameter).document().unit().isMoney(),
                    payee -> result.parameter(payee, place)));
        }
        schemes.add(new Payouts.OfScheme(result.scheme().document().payee() == Scheme.Payee.PERSON,
                IntStream.range(0, result.size()).mapToObj(result::payee).toList(), columns));
    }

    private NumberColumn add(SchemeResult result, String card, boolean isMoney,
            IntFunction<Optional<Decimal>> amount) {
        NumberColumn column = new NumberColumn(result.size());
        List<Decimal> found = amounts.computeIfAbsent(card, _ -> new ArrayList<>());
        addsUp.put(card, isMoney);
        for (int payee = 0; payee < result.size(); payee++) {
            Decimal value = amount.apply(payee).orElse(null);
            if (value == null) {
                column.setMissing(payee);
                failed.merge(card, result.isFailed(payee) ? 1 : 0, Integer::sum);
            } else {
                column.set(payee, value);
                found.add(value);
            }
        }
        return column;
    }

    private Payouts.Paid paid(String card, boolean isMoney) {
        Decimal[] sorted = amounts.getOrDefault(card, List.of()).stream().sorted().toArray(Decimal[]::new);
        Figures.Spread spread = Figuring.spread(sorted);
        Decimal total = spread == null
                ? null
                : isMoney ? Arrays.stream(sorted).reduce(Decimal.ZERO, Decimal::plus) : spread.median();
        return new Payouts.Paid(total, !isMoney, sorted.length, failed.getOrDefault(card, 0), spread,
                Figuring.shape(sorted));
    }
}
