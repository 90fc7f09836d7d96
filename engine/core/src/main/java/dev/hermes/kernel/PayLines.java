package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.PayLine.Kind;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.model.Adjustment;
import dev.hermes.plan.CompiledParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the lines of a payout from what each step gave. A step that changed nothing has no line. */
final class PayLines {

    private final SchemeResult result;
    private final int index;
    private final List<PayLine> lines = new ArrayList<>();

    PayLines(SchemeResult result, int index) {
        this.result = result;
        this.index = index;
    }

    List<PayLine> lines() {
        Decimal sum = Decimal.ZERO;
        for (ParameterResult parameter : result.parameters()) {
            if (parameter.rounded().isPresent(index) && parameter.parameter().document().unit().isMoney()) {
                parameter(parameter);
                sum = sum.plus(parameter.rounded().get(index));
            }
        }
        if (result.isFailed(index)) {
            return lines;
        }
        Decimal before = sum;
        before = step(Kind.PAY, "pay expression", before, result.pay());
        before = step(Kind.COEFFICIENT, "coefficient", before, result.withCoefficient());
        if (result.scheme().document().adjustmentsWithinCaps()) {
            adjustments();
            before = result.adjustedWithin().get(index);
        }
        Kind limit = result.capped().get(index).compareTo(before) < 0 ? Kind.CAP : Kind.FLOOR;
        before = step(limit, limit == Kind.CAP ? "cap" : "floor", before, result.capped());
        step(Kind.ROUNDING, "rounding", before, result.rounded());
        if (!result.scheme().document().adjustmentsWithinCaps()) {
            adjustments();
        }
        return lines;
    }

    private void parameter(ParameterResult parameter) {
        String name = parameter.parameter().document().name();
        lines.add(new PayLine(Kind.RULES, name, parameter.combined().get(index), reasons(parameter)));
        Decimal before = parameter.combined().get(index);
        before = step(Kind.PRORATION, name + ": proration", before, parameter.prorated());
        Kind limit = parameter.capped().get(index).compareTo(before) < 0 ? Kind.PARAMETER_CAP : Kind.PARAMETER_FLOOR;
        before = step(limit, name + (limit == Kind.PARAMETER_CAP ? ": cap" : ": floor"), before, parameter.capped());
        step(Kind.PARAMETER_ROUNDING, name + ": rounding", before, parameter.rounded());
    }

    private String reasons(ParameterResult parameter) {
        Set<String> reasons = new LinkedHashSet<>();
        List<CompiledParameter.CompiledItem> items = parameter.parameter().items();
        for (int k = 0; k < items.size(); k++) {
            reasons.add(Rules.reason(items.get(k).rules(), parameter.matched().get(k)[index]));
        }
        reasons.remove("");
        return String.join(", ", reasons);
    }

    private Decimal step(Kind kind, String label, Decimal before, NumberColumn after) {
        Decimal now = after.get(index);
        if (!now.equals(before)) {
            lines.add(new PayLine(kind, label, now.minus(before), ""));
        }
        return now;
    }

    private void adjustments() {
        for (Adjustment adjustment : result.adjustments(index)) {
            lines.add(new PayLine(Kind.ADJUSTMENT, "adjustment", adjustment.amount(), adjustment.reason()));
        }
    }
}
