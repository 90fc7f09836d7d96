package dev.hermes.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Twenty schemes of five parameters, each parameter with one rule table of eight rules, as documents. They all pay the
 * same population, on pay lines of their own.
 */
final class Schemes {

    static final int COUNT = 20;

    private static final List<String> WITH_TARGET = List.of("revenue", "onlineRevenue", "orders", "nights",
            "vipRevenue");
    private static final List<String> VOLUMES = List.of("netRevenue", "largeRevenue", "cruiseRevenue", "pricedOrders",
            "longStayNights");
    private static final List<String> SHARES = List.of("onlineShare", "vipShare", "cruiseShare", "pricedShare");
    private static final List<String> QUALITIES = List.of("mixedIndex", "qualityIndex", "stayLength",
            "revenuePerNight", "averageOrder", "averageStay");
    private static final List<String> OF_TEAM = List.of("teamRevenue", "teamNights", "teamOnlineShare",
            "teamVipShare", "teamPerNight", "teamOnline", "teamVip", "teamLargest", "teamAverage", "teamQuality");

    private final StringBuilder text = new StringBuilder();

    private Schemes() {}

    /** The codes of the schemes. */
    static List<String> codes() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(number -> "scheme" + number).toList();
    }

    /** The documents of parameters, rule tables and schemes. */
    static String documents() {
        Schemes schemes = new Schemes();
        for (int number = 1; number <= COUNT; number++) {
            schemes.scheme(number);
        }
        return schemes.text.toString();
    }

    private static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }

    private void scheme(int number) {
        parameter(number, "a", pick(WITH_TARGET, number), attainment(number));
        parameter(number, "b", pick(VOLUMES, number), volume(number));
        parameter(number, "c", pick(SHARES, number), share(number));
        parameter(number, "d", pick(QUALITIES, number), quality(number));
        parameter(number, "e", pick(OF_TEAM, number), team(number));
        document("scheme", "scheme" + number);
        text.append("population: everybody\ncalendar: months\nfrom: 2026-01-01\npayLine: line").append(number)
                .append("\ncurrency: USD\nparameters: [");
        for (String part : List.of("a", "b", "c", "d", "e")) {
            text.append(part.equals("a") ? "" : ", ").append(name(number, part));
        }
        text.append("]\n");
        if (number % 4 == 0) {
            text.append("proration: {days: 'days(assignment)', basis: 'days(period)'}\n");
        }
        if (number % 3 == 0) {
            text.append("coefficient: '0.9 + qualityIndex / 500'\n");
        }
        if (number % 2 == 0) {
            text.append("cap: '9000'\nfloor: '0'\n");
        }
    }

    private static String name(int number, String part) {
        return "part" + number + part;
    }

    private void document(String kind, String code) {
        text.append(text.isEmpty() ? "" : "---\n").append("hermes: 1\nkind: ").append(kind).append("\ncode: ")
                .append(code).append('\n');
    }

    private void parameter(int number, String part, String indicator, String rules) {
        document("ruleTable", name(number, part));
        text.append("unit: USD\nrules:\n").append(rules);
        document("parameter", name(number, part));
        text.append("unit: USD\nitems: [{indicator: ").append(indicator).append(", rules: ")
                .append(name(number, part)).append("}]\n");
        if (number % 2 == 1) {
            text.append("cap: '2500'\n");
        }
    }

    private static String rule(String condition, String expression) {
        return "  - {condition: \"" + condition + "\", expression: \"" + expression + "\"}\n";
    }

    private static String last(String expression) {
        return "otherwise: \"" + expression + "\"\n";
    }

    /** A number of hundredths, so that every scheme has amounts of its own. */
    private static String hundredths(int hundredths) {
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    private static String attainment(int number) {
        String own = hundredths(number);
        return rule("indicator.attainment >= 2 && onlineShare > 0.2", "revenue * 0.0125 + nights * 0." + (10 + number))
                + rule("indicator.attainment >= 1.5", "revenue * 0.011 + orders * 0.5")
                + rule("indicator.attainment >= 1.2 && vipOrders > 5", "revenue * 0.01 + vipOrders * 2")
                + rule("indicator.attainment >= 1", "marginal(revenue, commissionTiers) + " + own)
                + rule("indicator.attainment >= 0.9", "marginal(revenue, commissionTiers) * 0.8")
                + rule("indicator.attainment >= 0.75",
                        "revenue * 0.005 * band(indicator.attainment, attainmentFactors)")
                + rule("indicator.attainment in 0.5..<0.75 || orders > 300", "revenue * 0.002")
                + rule("indicator.attainment > 0.25", "min(orders * 0.5, " + (50 + number) + ")") + last("0");
    }

    private static String volume(int number) {
        return rule("indicator > " + (90_000 + 1000 * number), "500 + min(indicator * 0.001, 1500)")
                + rule("indicator > " + (60_000 + 1000 * number) + " && refunds > -2000", "300 + indicator * 0.0015")
                + rule("indicator > " + (30_000 + 1000 * number), "200 + (indicator - 30000) * 0.002")
                + rule("indicator > 10000 && cruiseShare > 0.1", "150 + largestOrder * 0.01")
                + rule("indicator in 2000..10000", "100 + priceSpread * 0.01")
                + rule("indicator > 500", "50 + nights * 0." + (10 + number))
                + rule("indicator > 100", "25 + orders * 0.1") + rule("indicator > 0", "orders * 0.05") + last("0");
    }

    private static String share(int number) {
        return rule("indicator > 0.9", "revenue * 0.0025 + " + number)
                + rule("indicator > 0.5 && nights > 400", "revenue * 0.002 + nights * 0.05")
                + rule("indicator > 0.35", "revenue * 0.0015")
                + rule("indicator > 0.25 && vipRevenue > 1000", "vipRevenue * 0.01 + largestVipOrder * 0.005")
                + rule("indicator > 0.15", "netRevenue * 0.001")
                + rule("indicator > 0.1", "onlineOrders * 0.75")
                + rule("indicator in 0.05..0.1", "onlineOrders * 0.5") + rule("indicator > 0", "10")
                + last("0");
    }

    private static String quality(int number) {
        return rule("indicator >= 90 && revenue.attainment >= 1", "150 + flat(revenue, commissionTiers) * 0.1")
                + rule("indicator >= 75", "120 + onlineShare * 100")
                + rule("indicator >= 60", "100 + vipShare * " + (100 + number))
                + rule("indicator >= 45 && partnerAverage > 50", "80 + partnerAverage * 0.1")
                + rule("indicator >= 30", "60 + averageOrder * 0.05")
                + rule("indicator >= 15", "40 + (longestStay - shortestStay) * 2")
                + rule("indicator >= 5", "20 + qualityIndex * 0.5")
                + rule("indicator >= 1", "5") + last("0");
    }

    private static String team(int number) {
        return rule("isMissing(indicator)", "0")
                + rule("teamRevenue > 10000000", "2000 + teamQuality * 10")
                + rule("teamRevenue > 1000000 && teamOnlineShare > 0.2", "1200 + teamQuality * 5")
                + rule("teamRevenue > 500000 && teamOnline.attainment >= 1", "800 + teamNights * 0.001")
                + rule("teamRevenue > 250000", "min(marginal(teamRevenue, commissionTiers) * 0.1, 1500)")
                + rule("teamRevenue > 100000", "300 + teamPerNight * 0.5")
                + rule("indicator > " + number, "150 + teamVipShare * 100")
                + rule("indicator > 0", "50 + orElse(teamAverage, 0) * 0.01") + last("0");
    }
}
