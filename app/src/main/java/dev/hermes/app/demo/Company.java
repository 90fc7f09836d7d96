package dev.hermes.app.demo;

import java.util.List;

/**
 * The company as it was founded, staffed and changed.
 *
 * @param teams
 *            in the order of their codes, as are cities and regions
 * @param employees
 *            everybody who is there at any time, in the order of their ids
 */
record Company(List<Organisation> regions, List<Organisation> cities, List<Organisation> teams,
        List<Employee> employees, Headships headships) {

    Company {
        regions = List.copyOf(regions);
        cities = List.copyOf(cities);
        teams = List.copyOf(teams);
        employees = List.copyOf(employees);
    }

    /** The company that a demo's options describe. */
    static Company of(DemoOptions options) {
        Founding founding = new Founding(options);
        Company company = founding.found();
        new Careers(company, options).run();
        return company;
    }
}
