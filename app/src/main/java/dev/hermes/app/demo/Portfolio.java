package dev.hermes.app.demo;

/** The customers of one person: the first buy far more often than the last. */
final class Portfolio {

    private Portfolio() {}

    /** The number of a customer, from 0. */
    static int draw(int customers, Chance chance) {
        return chance.ranked(customers);
    }

    /** How many different customers to expect among a number of orders. */
    static double distinct(int customers, double orders) {
        double distinct = 0;
        for (int number = 1; number <= customers; number++) {
            // The part of the orders that this customer places, as Chance.ranked draws.
            double part = StrictMath.log((number + 1.0) / number) / StrictMath.log(customers + 1.0);
            distinct += 1 - StrictMath.pow(1 - part, orders);
        }
        return distinct;
    }
}
