package dev.hermes.testkit.generate;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.Dates;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.SuperiorRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People and organisations with transfers, rehires, several assignments and superiors of every kind. Organisations are
 * numbered so that parents, heads and superiors come from lower numbers: nobody is above himself.
 */
final class CompanyMaker {

    static final List<String> LEVELS = List.of("region", "city", "team");
    static final List<String> POSITIONS = List.of("Rep", "Lead", "Head");

    private final Dice dice;
    private final Span span;
    private final List<String> codes;
    final List<String> persons;
    final List<OrganisationRow> organisations = new ArrayList<>();
    final List<AssignmentRow> assignments = new ArrayList<>();
    final List<LeaderRow> leaders = new ArrayList<>();
    final List<SuperiorRow> superiors = new ArrayList<>();
    private final Map<String, Set<AssignmentKey>> keysOfPerson = new LinkedHashMap<>();

    CompanyMaker(Dice dice, Span span) {
        this.dice = dice;
        this.span = span;
        codes = List.of("Top", "North", "South", "East", "A_b").subList(0, dice.between(1, 5));
        persons = List.of("p1", "p_2", "p3", "p4", "p5", "p6", "p7", "p%8", "p9", "q1", "q2", "q3", "q4", "q5", "q6")
                .subList(0, dice.between(3, dice.chance(20) ? 15 : 8));
        for (int i = 0; i < codes.size(); i++) {
            organisation(i);
        }
        persons.forEach(this::person);
        for (int i = 0; i < codes.size(); i++) {
            if (dice.chance(85)) {
                head(i);
            }
        }
        for (int i = dice.chance(50) ? 0 : dice.between(1, 3); i > 0; i--) {
            superior();
        }
    }

    List<String> codes() {
        return codes;
    }

    List<PersonRow> personRows() {
        return persons.stream().map(person -> new PersonRow(person, "Name of " + person)).toList();
    }

    Set<AssignmentKey> keys() {
        Set<AssignmentKey> keys = new LinkedHashSet<>();
        keysOfPerson.values().forEach(keys::addAll);
        return keys;
    }

    /** The person by whom an assignment may be named: who never holds another. */
    boolean holdsOne(String person) {
        return keysOfPerson.getOrDefault(person, Set.of()).size() == 1;
    }

    private void organisation(int number) {
        LocalDate change = dice.chance(30) ? span.day(dice) : Dates.OPEN;
        LocalDate from = dice.chance(5) ? span.day(dice) : Dates.BEGINNING;
        if (from.isBefore(change)) {
            organisations.add(row(number, from, change));
        }
        if (change.isBefore(Dates.OPEN) && dice.chance(90)) {
            organisations.add(row(number, change, Dates.OPEN));
        }
        if (organisations.isEmpty() || !organisations.getLast().code().equals(codes.get(number))) {
            organisations.add(row(number, Dates.BEGINNING, Dates.BEGINNING.plusDays(1)));
        }
    }

    private OrganisationRow row(int number, LocalDate from, LocalDate to) {
        String parent = number == 0 || dice.chance(10) ? null : codes.get(dice.between(0, number - 1));
        String level = dice.chance(10) ? "" : dice.pick(LEVELS);
        return new OrganisationRow(codes.get(number), "Organisation " + codes.get(number), level, parent, from, to);
    }

    private void person(String person) {
        int count = dice.one(1, 1, 1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            AssignmentKey key = new AssignmentKey(person, dice.pick(POSITIONS), dice.pick(codes));
            keysOfPerson.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(key);
            hold(key, i == 1 && dice.chance(50));
        }
    }

    private void hold(AssignmentKey key, boolean afterTheLast) {
        LocalDate day = span.day(dice);
        if (afterTheLast) {
            AssignmentRow last = assignments.removeLast();
            LocalDate transfer = last.from().isBefore(day) ? day : last.from();
            assignments.add(new AssignmentRow(last.key(), last.from(), transfer));
            assignments.add(new AssignmentRow(key, transfer, Dates.OPEN));
            return;
        }
        switch (dice.between(0, 9)) {
            case 0 -> assignments.add(new AssignmentRow(key, day, Dates.OPEN));
            case 1 -> assignments.add(new AssignmentRow(key, Dates.BEGINNING, day));
            case 2 -> {
                LocalDate again = day.plusDays(dice.between(0, 9));
                assignments.add(new AssignmentRow(key, Dates.BEGINNING, day));
                assignments.add(new AssignmentRow(key, again, Dates.OPEN));
            }
            case 3 -> assignments.add(new AssignmentRow(key, day, day.plusDays(dice.between(0, 12))));
            default -> assignments.add(new AssignmentRow(key, Dates.BEGINNING, Dates.OPEN));
        }
    }

    private void head(int number) {
        LocalDate change = dice.chance(40) ? span.day(dice) : Dates.OPEN;
        LocalDate from = Dates.BEGINNING;
        for (LocalDate to : change.equals(Dates.OPEN) ? List.of(change) : List.of(change, Dates.OPEN)) {
            String head = dice.chance(90) ? somebody(number) : null;
            if (head != null) {
                leaders.add(new LeaderRow(codes.get(number), head, from, to));
            }
            from = to;
        }
    }

    /** An assignment in an organisation of a number up to the one given, by its key or by its person. */
    private @Nullable String somebody(int highest) {
        List<AssignmentKey> candidates = keys().stream().filter(key -> number(key) <= highest).toList();
        if (candidates.isEmpty()) {
            return dice.chance(50) ? "nobody" : null;
        }
        AssignmentKey key = dice.pick(candidates);
        return holdsOne(key.person()) && dice.chance(50) ? key.person() : key.toString();
    }

    private int number(AssignmentKey key) {
        return codes.indexOf(key.organisation());
    }

    private void superior() {
        AssignmentKey key = dice.pick(List.copyOf(keys()));
        boolean ofPerson = dice.chance(40);
        int lowest = ofPerson
                ? keysOfPerson.getOrDefault(key.person(), Set.of()).stream().mapToInt(this::number).min().orElse(0)
                : number(key);
        String subordinate = ofPerson ? key.person() : key.toString();
        String superior = somebody(lowest - 1);
        if (superior != null && superiors.stream().noneMatch(row -> row.subordinate().equals(subordinate))) {
            LocalDate from = dice.chance(50) ? Dates.BEGINNING : span.day(dice);
            superiors.add(new SuperiorRow(subordinate, superior, from,
                    dice.chance(50) ? Dates.OPEN : from.isBefore(span.from()) ? span.day(dice) : from.plusDays(4)));
        }
    }
}
