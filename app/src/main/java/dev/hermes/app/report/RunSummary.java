package dev.hermes.app.report;

import dev.hermes.app.terminal.Bar;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.Period;
import dev.hermes.model.Scheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run on one screen: cost, payouts by organisation and payee, failures by reason, facts that nobody is paid for. */
public final class RunSummary {

    private static final int NAME = 32;
    private static final int LONG_TEXT = 60;
    private static final int MOST_ORGANISATIONS = 12;
    private static final int ALL_PAYEES = 20;
    private static final int HIGHEST = 5;
    private static final int MOST_REASONS = 8;
    private static final int MOST_EXAMPLES = 3;
    private static final int BAR = 24;

    private final CalcResult result;
    private final List<OrganisationRow> organisations;
    private final Terminal terminal;
    private final Map<SchemeResult, List<Statement>> statements = new LinkedHashMap<>();

    private RunSummary(CalcResult result, List<OrganisationRow> organisations, Terminal terminal) {
        this.result = result;
        this.organisations = organisations;
        this.terminal = terminal;
        result.schemes().forEach(scheme -> statements.put(scheme, Statements.of(scheme).toList()));
    }

    /**
     * Prints the summary.
     *
     * @param organisations
     *            those of the inputs, for the hierarchy of the period's last day
     */
    public static void print(CalcResult result, List<OrganisationRow> organisations, Terminal terminal) {
        new RunSummary(result, organisations, terminal).print();
    }

    private void print() {
        Period period = result.plan().period();
        String schemes = statements.size() == 1
                ? result.schemes().getFirst().scheme().document().name()
                : statements.size() + " schemes";
        terminal.heading(schemes + " · " + period.code() + " · " + period.start() + " to "
                + period.end().minusDays(1));
        cost();
        byOrganisation();
        payees();
        failures();
        facts();
    }

    private void cost() {
        TextTable table = new TextTable().text(NAME).number().number().number().number().text(3).number().number()
                .header("scheme", "paid", "failed", "not applicable", "capped", "", "cost", "cut off by caps");
        for (SchemeResult scheme : statements.keySet()) {
            Totals totals = Totals.of(scheme);
            Scheme document = scheme.scheme().document();
            table.row(document.name(), Figures.count(totals.paid()), Figures.count(totals.failed()),
                    Figures.count(totals.notApplicable()), Figures.count(totals.capped()), document.currency(),
                    Figures.amount(totals.cost(), document.minorUnit()),
                    totals.cuts().signum() == 0 ? "" : Figures.rounded(totals.cuts(), document.minorUnit()));
        }
        terminal.table(table);
    }

    private void byOrganisation() {
        Map<String, List<SchemeResult>> byCurrency = statements.keySet().stream().collect(Collectors.groupingBy(
                scheme -> scheme.scheme().document().currency(), TreeMap::new, Collectors.toList()));
        byCurrency.forEach(this::byOrganisation);
    }

    private void byOrganisation(String currency, List<SchemeResult> schemes) {
        List<Statement> paid = schemes.stream().flatMap(scheme -> statements.getOrDefault(scheme, List.of()).stream())
                .filter(statement -> statement.failure() == null && !statement.organisation().isEmpty()).toList();
        Branches branches = new Branches(organisations, result.plan().period().end().minusDays(1),
                paid.stream().map(Statement::organisation).collect(Collectors.toSet()));
        Map<String, Sum> sums = new TreeMap<>();
        for (Statement statement : paid) {
            sums.merge(branches.branchOf(statement.organisation()), Sum.of(statement), Sum::plus);
        }
        if (sums.size() < 2) {
            return;
        }
        List<Map.Entry<String, Sum>> highest = sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Sum> entry) -> entry.getValue().amount()).reversed())
                .limit(MOST_ORGANISATIONS).toList();
        BigDecimal whole = sums.values().stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        int scale = schemes.getFirst().scheme().document().minorUnit();
        TextTable table = new TextTable().text(NAME).number().text(3).number().number().text(BAR)
                .header("organisation", "payees", "", "payouts", "share", "");
        for (Map.Entry<String, Sum> entry : highest) {
            BigDecimal amount = entry.getValue().amount();
            table.row(branches.name(entry.getKey()), Figures.count(entry.getValue().payees()), currency,
                    Figures.amount(amount, scale), Figures.percent(amount, whole),
                    Bar.of(amount, highest.getFirst().getValue().amount(), BAR));
        }
        terminal.heading("Payouts by organisation");
        terminal.table(table);
        more(sums.size() - highest.size(), "organisation", "organisations");
    }

    private record Sum(long payees, BigDecimal amount) {

        static Sum of(Statement statement) {
            return new Sum(1, statement.payout().orElseThrow().toBigDecimal());
        }

        Sum plus(Sum other) {
            return new Sum(payees + other.payees, amount.add(other.amount));
        }
    }

    private void payees() {
        for (Map.Entry<SchemeResult, List<Statement>> scheme : statements.entrySet()) {
            List<Statement> all = scheme.getValue();
            if (all.isEmpty()) {
                continue;
            }
            boolean few = all.size() <= ALL_PAYEES;
            List<Statement> shown = few
                    ? all
                    : all.stream().filter(statement -> statement.failure() == null)
                            .sorted(Comparator
                                    .comparing((Statement statement) -> statement.payout().orElseThrow()).reversed())
                            .limit(HIGHEST).toList();
            Scheme document = scheme.getKey().scheme().document();
            terminal.heading((few ? "Payouts" : "Highest payouts")
                    + (statements.size() == 1 ? "" : " of " + document.name()));
            TextTable table = new TextTable().text(LONG_TEXT).text(NAME).text(3).number().text(LONG_TEXT)
                    .header("payee", "name", "", "payout", "remarks");
            for (Statement statement : shown) {
                table.row(statement.payee(), statement.name(), document.currency(), statement.payout()
                        .map(payout -> Figures.amount(payout.toBigDecimal(), document.minorUnit())).orElse("—"),
                        statement.remarks());
            }
            terminal.table(table);
            more(all.size() - shown.size(), "payee", "payees");
        }
    }

    private void failures() {
        Map<String, List<Statement>> reasons = statements.values().stream().flatMap(List::stream)
                .filter(statement -> statement.failure() != null)
                .collect(Collectors.groupingBy(RunSummary::reason, TreeMap::new, Collectors.toList()));
        if (reasons.isEmpty()) {
            return;
        }
        List<List<Statement>> most = reasons.values().stream()
                .sorted(Comparator.comparingInt((List<Statement> group) -> group.size()).reversed()).limit(MOST_REASONS)
                .toList();
        TextTable table = new TextTable().number().text(NAME).text(LONG_TEXT * 2)
                .header("payees", "reason", "for example");
        for (List<Statement> group : most) {
            Statement first = group.getFirst();
            Failure failure = first.failure();
            if (failure != null) {
                table.row(Figures.count(group.size()), Remedies.words(failure.code()),
                        first.payee() + ": " + failure.text());
            }
        }
        terminal.heading("Failures by reason");
        terminal.table(table);
        more(reasons.size() - most.size(), "reason", "reasons");
        most.stream().flatMap(List::stream).map(Statement::failure).filter(Objects::nonNull).map(Failure::code)
                .distinct().forEach(code -> terminal.aside("  " + Remedies.words(code) + ": " + Remedies.of(code)));
    }

    /** Failures are alike where their code and place are; single members and facts make no difference. */
    private static String reason(Statement statement) {
        Failure failure = statement.failure();
        return failure == null
                ? ""
                : failure.code() + failure.path().stream()
                        .filter(place -> !place.startsWith("member ") && !place.startsWith("fact "))
                        .collect(Collectors.joining("›", "›", ""));
    }

    private void facts() {
        TextTable table = new TextTable().text(NAME).text(NAME).number().number().number().text(LONG_TEXT)
                .header("dataset", "credited by", "credited", "to nobody", "to several", "for example");
        boolean told = false;
        for (CalcResult.Credit credit : result.credits()) {
            told |= credit.uncredited() + credit.ambiguous() > 0;
            table.row(credit.dataset(), credit.column(), Figures.count(credit.credited()),
                    Figures.count(credit.uncredited()), Figures.count(credit.ambiguous()), examples(credit));
        }
        if (told) {
            terminal.heading("Facts of the period");
            terminal.table(table);
        }
    }

    private static String examples(CalcResult.Credit credit) {
        List<String> examples = new ArrayList<>();
        credit.examples().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(MOST_EXAMPLES)
                .forEach(example -> examples.add((example.getKey().isEmpty() ? "(empty)" : example.getKey()) + " ("
                        + Figures.count(example.getValue()) + ")"));
        return String.join(", ", examples);
    }

    private void more(long count, String one, String many) {
        if (count > 0) {
            terminal.aside("  and " + Figures.counted(count, "other " + one, "other " + many));
        }
    }
}
