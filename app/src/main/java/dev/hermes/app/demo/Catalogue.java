package dev.hermes.app.demo;

import dev.hermes.decimal.Decimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is sold, and for how much in units of {@link Market#price}. */
final class Catalogue {

    /** A product line: the indicator of its revenue, its part of all orders, and the mean price of one of them. */
    enum Line {
        HOTELS("Hotels", "hotelRevenue", 0.55, 2.75),
        FLIGHTS("Flights", "flightRevenue", 0.35, 1.92),
        TOURS("Tours", "tourRevenue", 0.10, 7.48);

        private final String word;
        private final String indicator;
        private final double share;
        private final double meanPrice;

        Line(String word, String indicator, double share, double meanPrice) {
            this.word = word;
            this.indicator = indicator;
            this.share = share;
            this.meanPrice = meanPrice;
        }

        String word() {
            return word;
        }

        /** The code of the indicator that measures its revenue. */
        String indicator() {
            return indicator;
        }

        /** The part of a seller's revenue that may be expected of it. */
        double revenueShare() {
            return share * meanPrice / MEAN_PRICE;
        }
    }

    /** A product; {@code line} is where it belongs. */
    record Product(String id, String name, Line line) {}

    /** What somebody buys. */
    record Sale(Product product, int nights, double price) {}

    static final double MEAN_DISCOUNT = 0.034;
    /** The mean price of an order of any line. */
    static final double MEAN_PRICE = Stream.of(Line.values()).mapToDouble(line -> line.share * line.meanPrice).sum();

    private static final List<Line> LINES = List.of(Line.values());
    private static final double[] SHARES = LINES.stream().mapToDouble(line -> line.share).toArray();
    private static final List<Decimal> DISCOUNTS = Stream.of("0", "0.05", "0.1", "0.15", "0.25").map(Decimal::parse)
            .toList();
    private static final double[] DISCOUNT_WEIGHTS = {0.62, 0.18, 0.13, 0.05, 0.02};
    private static final int MOST_NIGHTS_OF_GROUP = 90;

    private static final List<String> HOTELS = List.of("Lantern House", "Paper Crane Inn", "Nine Bridges",
            "Willow Court", "Moon Gate", "Plum Garden", "Old Mint", "Silk Yard", "Tea Hill Lodge", "River Tower",
            "Drum Street", "Jade Terrace", "Stone Boat", "Cedar Hall", "Kite House", "Salt Quay", "Blue Roof",
            "Fifth Lane", "Bamboo Walk", "Red Door", "Cloud Station", "Harbour Light", "Orchard Rooms", "Mill Pond");
    private static final List<String> TOURS = List.of("Lakes in Spring", "Terraced Fields", "Old Capitals",
            "Grassland Ride", "Karst by Boat", "Snow Villages", "Tea Road", "Coast by Train", "Desert Caves",
            "Lantern Festival", "Bamboo Sea", "Water Towns");
    private static final int ROUTES = 18;

    private final Chance chance;
    private final Map<Line, List<Product>> products = new EnumMap<>(Line.class);

    Catalogue(Chance chance) {
        this.chance = chance;
        products.put(Line.HOTELS, named(Line.HOTELS, HOTELS));
        products.put(Line.FLIGHTS, routes());
        products.put(Line.TOURS, named(Line.TOURS, TOURS));
    }

    private static List<Product> named(Line line, List<String> names) {
        List<Product> found = new ArrayList<>();
        for (String name : names) {
            found.add(product(line, found.size(), name));
        }
        return List.copyOf(found);
    }

    private static List<Product> routes() {
        List<Product> found = new ArrayList<>();
        for (int i = 0; i < ROUTES; i++) {
            found.add(product(Line.FLIGHTS, i, "Route LT " + (101 + 2 * i)));
        }
        return List.copyOf(found);
    }

    private static Product product(Line line, int number, String name) {
        return new Product(String.format(Locale.ROOT, "%c%02d", line.word().charAt(0), number + 1), name, line);
    }

    List<Product> products() {
        return products.values().stream().flatMap(List::stream).toList();
    }

    /** Something to buy; groups, which take many nights, are commoner among large customers. */
    Sale draw(boolean largeCustomer) {
        Line line = LINES.get(chance.weighted(SHARES));
        List<Product> ofLine = Objects.requireNonNull(products.get(line));
        Product product = ofLine.get(chance.ranked(ofLine.size()));
        return switch (line) {
            case HOTELS -> {
                int nights = nights(largeCustomer);
                yield new Sale(product, nights, nights * 1.1 * chance.factor(0.45));
            }
            case FLIGHTS -> new Sale(product, 0, 1.92 * chance.factor(0.6));
            case TOURS -> {
                int nights = chance.wholeBetween(3, 9);
                yield new Sale(product, nights, nights * 1.247 * chance.factor(0.5));
            }
        };
    }

    private int nights(boolean largeCustomer) {
        if (chance.happens(largeCustomer ? 0.1 : 0.02)) {
            return Math.min(MOST_NIGHTS_OF_GROUP, (int) (8 * chance.pareto(1.6)));
        }
        int nights = 1;
        while (chance.happens(0.54) && nights < 14) {
            nights++;
        }
        return nights;
    }

    /** The part of the price that is not asked for; none of most orders. */
    Decimal discount() {
        return DISCOUNTS.get(chance.weighted(DISCOUNT_WEIGHTS));
    }
}
