package dev.hermes.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of people in the months of a demo: they leave, move, rise, and stand in for each other. Used once. */
final class Careers {

    private static final double LEAVING = 0.08;
    private static final double MOVING = 0.04;
    private static final double RISING = 0.08;
    private static final double FORGOTTEN_ENDS = 0.04;
    private static final double TEAM_LEAD_CHANGES = 0.1;
    private static final double CITY_LEAD_CHANGES = 0.15;
    /** One in so many sellers is away for a whole month. */
    private static final int SELLERS_FOR_ONE_AWAY = 400;
    /** One in so many teams moves to another city. */
    private static final int TEAMS_FOR_ONE_MOVE = 60;

    private final Company company;
    private final DemoOptions options;
    private final Chance chance;
    private final Map<Organisation, List<Employee>> sellersOfTeam;

    Careers(Company company, DemoOptions options) {
        this.company = company;
        this.options = options;
        chance = Chance.of(options.seed(), "careers");
        sellersOfTeam = company.employees().stream().filter(employee -> employee.last().position() == Position.SELLER)
                .collect(Collectors.groupingBy(employee -> employee.last().organisation()));
    }

    void run() {
        company.employees().stream().filter(employee -> employee.last().position().hasTargets())
                .filter(employee -> employee.joined().isBefore(options.start())).forEach(this::career);
        leave();
        company.teams().forEach(team -> change(team, TEAM_LEAD_CHANGES));
        company.cities().forEach(city -> change(city, CITY_LEAD_CHANGES));
        moveTeams();
    }

    private void career(Employee employee) {
        double fate = chance.uniform();
        if (fate < LEAVING) {
            employee.end(chance.happens(0.7)
                    ? chance.pick(options.calendar()).plusMonths(1).atDay(1)
                    : chance.pick(options.calendar()).atDay(chance.wholeBetween(6, 27)));
        } else if (fate < LEAVING + MOVING) {
            move(employee);
        } else if (fate < LEAVING + MOVING + RISING && employee.last().position() == Position.SELLER
                && !employee.grades().lastEntry().getValue().equals("S3")) {
            rise(employee);
        }
    }

    /** To another team, usually of the same city, often in the middle of a month. */
    private void move(Employee employee) {
        Organisation from = employee.last().organisation();
        List<Organisation> near = company.teams().stream().filter(team -> team.region().equals(from.region()))
                .filter(team -> !team.equals(from)).toList();
        List<Organisation> nearest = near.stream()
                .filter(team -> team.parentOn(options.start()).equals(from.parentOn(options.start()))).toList();
        List<Organisation> choice = nearest.isEmpty() || chance.happens(0.25) ? near : nearest;
        if (choice.isEmpty()) {
            return;
        }
        YearMonth month = chance.pick(options.calendar());
        employee.take(employee.last().position(), chance.pick(choice),
                month.atDay(chance.happens(0.4) ? 1 : chance.wholeBetween(5, 24)));
        if (chance.happens(FORGOTTEN_ENDS)) {
            employee.endFirstStintOnlyAfter(chance.wholeBetween(2, 4));
        }
    }

    private void rise(Employee employee) {
        String next = employee.grades().lastEntry().getValue().equals("S1") ? "S2" : "S3";
        employee.grade(next, chance.pick(options.calendar()).atDay(chance.happens(0.8) ? 1 : 16));
    }

    /** Each month a few are away from the first day to the last. */
    private void leave() {
        List<Employee> steady = company.employees().stream().filter(Employee::isSteady)
                .filter(employee -> employee.last().position() == Position.SELLER)
                .filter(employee -> employee.joined().isBefore(options.start())).toList();
        for (YearMonth month : options.calendar()) {
            for (int i = 0; i < steady.size() / SELLERS_FOR_ONE_AWAY; i++) {
                chance.pick(steady).takeLeave(month);
            }
        }
    }

    /** A head leaves; for a while nobody heads, or a neighbour; then somebody from below takes over. */
    private void change(Organisation organisation, double probability) {
        if (!chance.happens(probability)) {
            return;
        }
        LocalDate day = options.start().plusDays(chance.wholeBetween(10, options.days() - 1));
        headOf(organisation).end(day);
        company.headships().vacate(organisation, day);
        LocalDate filled = chance.happens(0.4) ? day : day.plusDays(chance.wholeBetween(10, 60));
        if (filled.isAfter(day) && chance.happens(0.4)) {
            neighbour(organisation, day).ifPresent(
                    head -> company.headships().appoint(organisation, head.last(), day));
        }
        if (filled.isBefore(options.end())) {
            succeed(organisation, filled);
        }
    }

    private void succeed(Organisation organisation, LocalDate day) {
        List<Employee> below = organisation.isTeam()
                ? sellersOfTeam.getOrDefault(organisation, List.of())
                : heads(Position.TEAM_LEAD).stream()
                        .filter(head -> head.last().organisation().parentOn(day).equals(organisation)).toList();
        below.stream().filter(Employee::isSteady).filter(employee -> employee.joined().isBefore(options.start()))
                .max(Comparator.comparingDouble(employee -> employee.traits().talent()))
                .ifPresent(successor -> promote(successor, organisation, day));
    }

    private void promote(Employee successor, Organisation organisation, LocalDate day) {
        Organisation before = successor.last().organisation();
        successor.take(organisation.isTeam() ? Position.TEAM_LEAD : Position.CITY_LEAD, organisation, day);
        successor.grade(organisation.isTeam() ? "L1" : "C1", day);
        company.headships().appoint(organisation, successor.last(), day);
        if (!organisation.isTeam()) {
            company.headships().vacate(before, day);
            succeed(before, day);
        }
    }

    /** The head of another organisation of the same kind and parent. */
    private Optional<Employee> neighbour(Organisation organisation, LocalDate day) {
        return heads(organisation.isTeam() ? Position.TEAM_LEAD : Position.CITY_LEAD).stream()
                .filter(head -> !head.last().organisation().equals(organisation))
                .filter(head -> head.last().organisation().parentOn(day).equals(organisation.parentOn(day)))
                .findFirst();
    }

    /** Heads who were there from the beginning and stay. */
    private List<Employee> heads(Position position) {
        return company.employees().stream().filter(Employee::isSteady)
                .filter(employee -> employee.last().position() == position).toList();
    }

    private Employee headOf(Organisation organisation) {
        return company.employees().stream().filter(employee -> employee.last().organisation().equals(organisation))
                .filter(employee -> !employee.last().position().hasTargets()).findFirst().orElseThrow();
    }

    private void moveTeams() {
        YearMonth month = options.calendar().get(options.months() / 2);
        for (int i = 0; i < company.teams().size() / TEAMS_FOR_ONE_MOVE; i++) {
            Organisation team = chance.pick(company.teams());
            List<Organisation> others = company.cities().stream()
                    .filter(city -> city.region().equals(team.region()))
                    .filter(city -> !city.equals(team.parentOn(options.start()))).toList();
            if (!others.isEmpty()) {
                team.moveTo(chance.pick(others), month.atDay(1));
            }
        }
    }
}
