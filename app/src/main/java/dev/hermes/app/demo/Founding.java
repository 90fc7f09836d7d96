package dev.hermes.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Founds a company: its places, and everybody in the place that they have first. Used once. */
final class Founding {

    private static final double PEOPLE_OF_TEAM = 13.5;
    private static final int TEAMS_OF_CITY = 6;
    private static final double KEY_ACCOUNTS = 0.06;
    private static final double JOINING = 0.09;
    private static final double JOINING_FOR_KEY_ACCOUNTS = 0.2;

    private final DemoOptions options;
    private final Chance chance;
    private final int firstId;
    private final List<Organisation> regions = new ArrayList<>();
    private final List<Organisation> cities = new ArrayList<>();
    private final List<Organisation> teams = new ArrayList<>();
    private final List<Employee> employees = new ArrayList<>();
    private final Headships headships = new Headships();

    Founding(DemoOptions options) {
        this.options = options;
        chance = Chance.of(options.seed(), "founding");
        firstId = options.people() < 80_000 ? 20_001 : 2_000_001;
    }

    Company found() {
        places();
        regions.forEach(region -> head(region, Position.REGION_HEAD, "R1"));
        cities.forEach(city -> head(city, Position.CITY_LEAD, "C1"));
        teams.forEach(team -> head(team, Position.TEAM_LEAD, "L1"));
        double[] sizes = teams.stream().mapToDouble(_ -> chance.between(0.7, 1.3)).toArray();
        while (employees.size() < options.people()) {
            // The first ones so that no team is empty.
            int filled = employees.size() - regions.size() - cities.size() - teams.size();
            seller(teams.get(filled < teams.size() ? filled : chance.weighted(sizes)));
        }
        return new Company(regions, cities, teams, employees, headships);
    }

    private void places() {
        int teamCount = (int) Math.max(2, Math.round(options.people() / PEOPLE_OF_TEAM));
        int cityCount = Math.clamp(Math.round(teamCount / (float) TEAMS_OF_CITY), 1,
                Places.AREAS.size() * Places.mostCities());
        int regionCount = Math.clamp(cityCount / 2, 1, Places.AREAS.size());
        for (int i = 0; i < regionCount; i++) {
            regions.add(Organisation.region(Places.AREAS.get(i).code(), Places.AREAS.get(i).name()));
        }
        for (int i = 0; i < cityCount; i++) {
            Places.Area area = Places.AREAS.get(i % regionCount);
            cities.add(Organisation.city(Places.cityCode(area, i / regionCount),
                    Places.cityName(area, i / regionCount), regions.get(i % regionCount)));
        }
        int[] teamsOf = new int[cityCount];
        double[] weights = new double[cityCount];
        for (int i = 0; i < cityCount; i++) {
            int placeInRegion = i / regionCount + 1;
            weights[i] = 1 / Math.sqrt(placeInRegion);
        }
        for (int i = 0; i < teamCount; i++) {
            teamsOf[i < 2 * cityCount ? i % cityCount : chance.weighted(weights)]++;
        }
        for (int i = 0; i < cityCount; i++) {
            for (int number = 0; number < teamsOf[i]; number++) {
                Organisation city = cities.get(i);
                teams.add(Organisation.team(String.format(Locale.ROOT, "%s%02d", city.code(), number + 1),
                        Places.teamName(city.name(), number), city));
            }
        }
        cities.sort(Comparator.comparing(Organisation::code));
        teams.sort(Comparator.comparing(Organisation::code));
    }

    private void head(Organisation organisation, Position position, String grade) {
        Employee head = employee(longAgo(), 1);
        head.take(position, organisation, head.joined());
        head.grade(grade, head.joined());
        headships.appoint(organisation, head.last(), head.joined());
    }

    private void seller(Organisation team) {
        boolean keyAccounts = chance.happens(KEY_ACCOUNTS);
        boolean joins = chance.happens(keyAccounts ? JOINING_FOR_KEY_ACCOUNTS : JOINING);
        int rank = joins ? chance.weighted(0.8, 0.2) : chance.weighted(0.42, 0.40, 0.18);
        Employee seller = employee(joins ? joiningDay() : longAgo(), new double[] {0.85, 1.05, 1.3}[rank]);
        seller.take(keyAccounts ? Position.KEY_ACCOUNTS : Position.SELLER, team, seller.joined());
        seller.grade(keyAccounts ? "K1" : "S" + (rank + 1), seller.joined());
    }

    private Employee employee(LocalDate joined, double talent) {
        Employee.Traits traits = new Employee.Traits(talent * chance.factor(0.35), chance.factor(0.3),
                chance.factor(0.5), chance.between(0.9, 1.15), chance.wholeBetween(12, 60));
        Employee employee = new Employee(String.valueOf(firstId + employees.size()), PersonNames.draw(chance), joined,
                traits);
        employees.add(employee);
        return employee;
    }

    private LocalDate longAgo() {
        return options.start().minusDays(chance.wholeBetween(60, 3_000)).withDayOfMonth(1);
    }

    /** Most begin on the first of a month. */
    private LocalDate joiningDay() {
        YearMonth month = chance.pick(options.calendar());
        return month.atDay(chance.happens(0.6) ? 1 : chance.wholeBetween(2, 24));
    }
}
