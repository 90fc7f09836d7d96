package dev.hermes.bench;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Fifty thousand assignments in organisations of five levels, each organisation with a head. One team in a hundred moves
 * to another branch in mid-month, so that its people have two stretches.
 */
final class Company {

    static final int ASSIGNMENTS = 50_000;
    static final String PERIOD = "2026-06";
    static final LocalDate START = LocalDate.of(2026, 6, 1);
    static final LocalDate END = LocalDate.of(2026, 7, 1);

    private static final List<String> LEVELS = List.of("company", "region", "city", "branch", "team");
    private static final int[] SIZES = {1, 5, 50, 500, 5000};
    private static final int MOVING = 100;
    private static final List<String> WITH_TARGETS = List.of("revenue", "orders", "nights", "onlineRevenue",
            "vipRevenue");
    private static final int[] LEAST_TARGETS = {20_000, 60, 250, 5_000, 1_500};
    private static final LocalDate EVER = LocalDate.of(2020, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);
    private static final LocalDate MOVE = LocalDate.of(2026, 6, 16);

    private final List<OrganisationRow> organisations = new ArrayList<>();
    private final List<LeaderRow> leaders = new ArrayList<>();
    private final List<AssignmentRow> assignments = new ArrayList<>();

    private Company() {
        for (int level = 0; level < SIZES.length; level++) {
            for (int i = 0; i < SIZES[level]; i++) {
                organisation(level, i);
            }
        }
        for (int i = 0; assignments.size() < ASSIGNMENTS; i++) {
            assign("seller", code(SIZES.length - 1, i % SIZES[SIZES.length - 1]));
        }
    }

    private static String code(int level, int number) {
        return level == 0 ? LEVELS.getFirst() : String.format(Locale.ROOT, "%s%04d", LEVELS.get(level), number);
    }

    private void organisation(int level, int number) {
        String code = code(level, number);
        String name = LEVELS.get(level) + " " + number;
        if (level == 0) {
            organisations.add(new OrganisationRow(code, name, LEVELS.get(level), null, EVER, NEVER));
        } else {
            int above = number % SIZES[level - 1];
            boolean moves = level == SIZES.length - 1 && number % MOVING == 0;
            organisations.add(new OrganisationRow(code, name, LEVELS.get(level), code(level - 1, above), EVER,
                    moves ? MOVE : NEVER));
            if (moves) {
                int next = (above + 1) % SIZES[level - 1];
                organisations.add(
                        new OrganisationRow(code, name, LEVELS.get(level), code(level - 1, next), MOVE, NEVER));
            }
        }
        leaders.add(new LeaderRow(code, assign("head", code).toString(), EVER, NEVER));
    }

    private AssignmentKey assign(String position, String organisation) {
        String person = String.format(Locale.ROOT, "E%06d", assignments.size());
        AssignmentKey key = new AssignmentKey(person, position, organisation);
        assignments.add(new AssignmentRow(key, EVER, NEVER));
        return key;
    }

    /** The keys of all assignments in text form, heads first. */
    static List<String> keys() {
        return new Company().assignments.stream().map(row -> row.key().toString()).toList();
    }

    /** Everything that a run reads besides documents and facts. */
    static CalcInputs inputs() {
        Company company = new Company();
        SplittableRandom random = new SplittableRandom(5);
        List<PersonRow> persons = new ArrayList<>();
        List<PeriodValueRow> targets = new ArrayList<>();
        for (AssignmentRow row : company.assignments) {
            persons.add(new PersonRow(row.key().person(), "Person " + row.key().person()));
            String key = row.key().toString();
            for (int i = 0; i < WITH_TARGETS.size(); i++) {
                int target = LEAST_TARGETS[i] * (100 + random.nextInt(150)) / 100;
                targets.add(new PeriodValueRow(WITH_TARGETS.get(i), Series.TARGET, key, PERIOD, Decimal.of(target)));
            }
        }
        return new CalcInputs(company.organisations, company.leaders, List.of(), persons, company.assignments,
                List.of(), targets, List.of(), List.of(), CalcInputs.Balances.NONE);
    }
}
