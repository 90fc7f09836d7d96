package dev.hermes.app.demo;

import dev.hermes.model.AssignmentRow;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is known of people and organisations by date. Used once. */
final class Personnel {

    private static final Map<String, Integer> BASE_SALARIES = Map.of("S1", 5_200, "S2", 6_600, "S3", 8_400, "K1",
            9_600, "L1", 12_500, "C1", 19_000, "R1", 32_000);
    private static final int REVIEW_MONTH = 4;

    private final DemoOptions options;
    private final Chance chance;

    Personnel(DemoOptions options) {
        this.options = options;
        chance = Chance.of(options.seed(), "personnel");
    }

    static List<AssignmentRow> assignments(Employee employee) {
        return employee.stints().stream().map(stint -> new AssignmentRow(stint.key(), stint.from(), stint.to()))
                .toList();
    }

    /** Grades, base salaries and the first day of a person, in any order. */
    List<DatedValueRow> of(Employee employee) {
        List<DatedValueRow> rows = new ArrayList<>();
        LocalDate end = employee.last().to();
        rows.addAll(rows("grade", employee.id(), employee.grades(), end));
        rows.addAll(rows("baseSalary", employee.id(), salaries(employee), end));
        rows.add(new DatedValueRow("joinedOn", employee.id(), employee.joined().toString(), employee.joined(), end));
        return rows;
    }

    static DatedValueRow regionOf(Organisation organisation) {
        return new DatedValueRow("region", organisation.code(), organisation.region().name(), Dates.BEGINNING,
                Dates.OPEN);
    }

    /** By grade and person, raised a little each April to those who were there at the new year. */
    private NavigableMap<LocalDate, String> salaries(Employee employee) {
        NavigableMap<LocalDate, String> salaries = new TreeMap<>();
        double level = employee.traits().pay();
        for (Map.Entry<LocalDate, String> grade : employee.grades().entrySet()) {
            salaries.put(grade.getKey(), salary(grade.getValue(), level));
        }
        for (int year = options.start().getYear(); year <= options.end().getYear(); year++) {
            LocalDate review = LocalDate.of(year, REVIEW_MONTH, 1);
            if (employee.joined().isBefore(LocalDate.of(year, 1, 1)) && review.isBefore(options.end())) {
                level *= chance.between(1.01, 1.06);
                salaries.put(review, salary(employee.grades().floorEntry(review).getValue(), level));
                for (Map.Entry<LocalDate, String> later : employee.grades().tailMap(review, false).entrySet()) {
                    salaries.put(later.getKey(), salary(later.getValue(), level));
                }
            }
        }
        return salaries;
    }

    private static String salary(String grade, double level) {
        return String.valueOf(Math.round(BASE_SALARIES.getOrDefault(grade, 0) * level / 50) * 50);
    }

    /** Each value holds until the next one. Values that would begin after the end are left out. */
    private static List<DatedValueRow> rows(String code, String subject, NavigableMap<LocalDate, String> values,
            LocalDate end) {
        List<DatedValueRow> rows = new ArrayList<>();
        for (Map.Entry<LocalDate, String> value : values.headMap(end, false).entrySet()) {
            LocalDate next = values.higherKey(value.getKey());
            rows.add(new DatedValueRow(code, subject, value.getValue(), value.getKey(),
                    next == null || next.isAfter(end) ? end : next));
        }
        return rows;
    }
}
