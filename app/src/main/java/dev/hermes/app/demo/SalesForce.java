package dev.hermes.app.demo;

import dev.hermes.app.demo.Employee.Stint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is at work on a day, and who of them takes the next order or makes the next visit. Of one thread. */
final class SalesForce {

    private static final double FORM = 0.12;

    private final List<Employee> employees;
    private final YearMonth firstMonth;
    private final double[][] form;
    private final Chance chance;
    private final @Nullable Stint[] stints;
    private final int[] present;
    private final double[] orders;
    private final double[] visits;
    private int size;

    SalesForce(List<Employee> employees, DemoOptions options) {
        this.employees = employees;
        firstMonth = options.calendar().getFirst();
        chance = Chance.of(options.seed(), "sales force");
        form = new double[employees.size()][options.months()];
        for (double[] ofEmployee : form) {
            Arrays.setAll(ofEmployee, _ -> chance.factor(FORM));
        }
        stints = new Stint[employees.size()];
        present = new int[employees.size()];
        orders = new double[employees.size()];
        visits = new double[employees.size()];
    }

    /** Somebody at work, in the place that is held on the day. */
    record Worker(Employee employee, Stint stint) {}

    /** Calls everybody who is at work on a day together. */
    void assemble(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        int monthNumber = (month.getYear() - firstMonth.getYear()) * 12 + month.getMonthValue()
                - firstMonth.getMonthValue();
        size = 0;
        double ordersSoFar = 0;
        double visitsSoFar = 0;
        for (int i = 0; i < employees.size(); i++) {
            Employee employee = employees.get(i);
            Stint stint = employee.on(day);
            if (stint != null && stint.position().orders() > 0 && !employee.isAway(month)) {
                ordersSoFar += stint.position().orders() * employee.traits().talent() * form[i][monthNumber];
                visitsSoFar += stint.position().visits() * employee.traits().diligence();
                stints[size] = stint;
                present[size] = i;
                orders[size] = ordersSoFar;
                visits[size] = visitsSoFar;
                size++;
            }
        }
    }

    /** Who takes the next order: those with talent and in good form take more. */
    Worker forOrder() {
        return draw(orders);
    }

    /** Who makes the next visit: the diligent make more. */
    Worker forVisit() {
        return draw(visits);
    }

    private Worker draw(double[] cumulated) {
        int place = Arrays.binarySearch(cumulated, 0, size, chance.uniform() * cumulated[size - 1]);
        int found = Math.min(place < 0 ? -place - 1 : place + 1, size - 1);
        Stint stint = stints[found];
        if (stint == null) {
            throw new IllegalStateException("Nobody is at work.");
        }
        return new Worker(employees.get(present[found]), stint);
    }
}
