package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.WideSum;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Failure;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Message;
import dev.hermes.model.Scope;
import dev.hermes.model.ValueType;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rolls members' values of each day up to everybody who is above them on that day. */
final class DayRollUps {

    /** A member's value below a superior on {@code [from, to)}: an index of the values, or zero, or a failure. */
    private record Event(int from, int to, int member, int value, @Nullable Failure failure) {}

    private static final int ZERO = -1;

    private final Roster roster;
    private final Indicator owner;
    private final String label;
    private final boolean isOwners;
    private final DayColumn days;
    private final @Nullable BooleanColumn members;
    private final @Nullable List<Event>[] events;

    @SuppressWarnings({"unchecked", "rawtypes"})
    DayRollUps(Roster roster, PlanNode.DayRollUp node, DayColumn days, @Nullable BooleanColumn members) {
        this.roster = roster;
        owner = node.owner().document();
        label = Labels.of(node.id().code(), node.id().series(), node.id().window());
        isOwners = node.id().code().equals(owner.code());
        this.days = days;
        this.members = members;
        events = new List[roster.rowCount()];
    }

    /** The rolled-up values of the days {@code [from, to)}. */
    DayColumn compute(int from, int to) {
        Scope scope = owner.scope();
        for (int stretch = 0; stretch < roster.stretchCount(); stretch++) {
            int start = Math.max(from, roster.stretchFrom(stretch));
            int end = Math.min(to, roster.stretchTo(stretch));
            int member = roster.stretchRow(stretch);
            int[] above = start < end ? roster.above(stretch, scope) : new int[0];
            if (above.length > 0 && (members == null || members.isFailed(member) || members.get(member))) {
                addMember(member, start, end, above);
            }
        }
        List<Decimal> sums = new ArrayList<>();
        DayColumnBuilder builder = new DayColumnBuilder(ValueType.NUMBER, roster.rowCount());
        for (int row = 0; row < roster.rowCount(); row++) {
            List<Event> of = events[row];
            if (of != null) {
                sweep(of, builder, sums);
            }
            builder.endRow();
        }
        NumberColumn values = new NumberColumn(sums.size());
        for (int i = 0; i < sums.size(); i++) {
            values.set(i, sums.get(i));
        }
        return builder.build(values);
    }

    private void addMember(int member, int start, int end, int[] above) {
        String place = "member " + roster.text(member);
        Failure failed = members == null ? null : members.failure(member);
        if (failed != null) {
            add(above, new Event(start, end, member, ZERO, failed.within(place)));
            return;
        }
        int covered = start;
        for (int s = days.offsets()[member]; s < days.offsets()[member + 1]; s++) {
            int from = Math.max(start, days.from()[s]);
            int to = Math.min(end, days.to()[s]);
            if (from < to) {
                addWithoutValue(member, covered, from, above, place);
                Failure failure = days.values().failure(s);
                add(above, new Event(from, to, member, s, failure == null ? null : failure.within(place)));
                covered = to;
            }
        }
        addWithoutValue(member, covered, end, above, place);
    }

    private void addWithoutValue(int member, int from, int to, int[] above, String place) {
        MembersWithoutValue treatment = owner.membersWithoutValue();
        if (from < to && treatment != MembersWithoutValue.SKIP) {
            add(above, new Event(from, to, member, ZERO, treatment == MembersWithoutValue.ZERO
                    ? null
                    : Failure.missing(label).within(place)));
        }
    }

    private void add(int[] above, Event event) {
        for (int superior : above) {
            List<Event> known = events[superior];
            if (known == null) {
                known = new ArrayList<>();
                events[superior] = known;
            }
            known.add(event);
        }
    }

    /** Goes through the days of one superior, adding what begins and taking away what ends. */
    private void sweep(List<Event> of, DayColumnBuilder builder, List<Decimal> sums) {
        List<Event> beginning = of.stream().sorted(Comparator.comparingInt(Event::from)).toList();
        List<Event> ending = of.stream().sorted(Comparator.comparingInt(Event::to)).toList();
        NumberColumn values = (NumberColumn) days.values();
        WideSum sum = new WideSum();
        TreeMap<Integer, Failure> failing = new TreeMap<>();
        int holding = 0;
        int next = 0;
        int last = 0;
        int day = beginning.getFirst().from();
        while (last < ending.size()) {
            for (; last < ending.size() && ending.get(last).to() == day; last++) {
                Event event = ending.get(last);
                holding--;
                if (event.failure() != null) {
                    failing.remove(event.member());
                } else if (event.value() != ZERO) {
                    sum.subtract(values.high(event.value()), values.low(event.value()));
                }
            }
            for (; next < beginning.size() && beginning.get(next).from() == day; next++) {
                Event event = beginning.get(next);
                holding++;
                if (event.failure() != null) {
                    failing.put(event.member(), event.failure());
                } else if (event.value() != ZERO) {
                    sum.add(values.high(event.value()), values.low(event.value()));
                }
            }
            if (last < ending.size()) {
                int until = Math.min(ending.get(last).to(),
                        next < beginning.size() ? beginning.get(next).from() : Integer.MAX_VALUE);
                if (holding > 0) {
                    emit(day, until, failing, sum, builder, sums);
                }
                day = until;
            }
        }
    }

    private void emit(int from, int to, Map<Integer, Failure> failing, WideSum sum, DayColumnBuilder builder,
            List<Decimal> sums) {
        if (!failing.isEmpty()) {
            builder.add(from, to, read(failing.values().iterator().next()));
        } else if (!sum.fits()) {
            builder.add(from, to, read(Failure.overflow(Message.of("The sum of a day"))));
        } else {
            builder.add(from, to, sums.size());
            sums.add(sum.toDecimal());
        }
    }

    /** A failure as formulas read it: that of an indicator that is itself rolled up says so. */
    private Failure read(Failure failure) {
        return isOwners ? failure.within(label) : failure;
    }
}
