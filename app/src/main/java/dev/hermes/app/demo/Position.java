package dev.hermes.app.demo;

/** What people of the company do, and how their work differs from that of a seller. */
enum Position {
    /** Calls on customers and takes orders. */
    SELLER("seller", 1, 1, 1),
    /** Looks after a few large customers. */
    KEY_ACCOUNTS("keyAccounts", 0.4, 8, 0.6),
    /** Heads a team, and still sells a little. */
    TEAM_LEAD("teamLead", 0.12, 1, 0.15),
    CITY_LEAD("cityLead", 0, 1, 0),
    REGION_HEAD("regionHead", 0, 1, 0);

    private final String id;
    private final double orders;
    private final double orderSize;
    private final double visits;

    Position(String id, double orders, double orderSize, double visits) {
        this.id = id;
        this.orders = orders;
        this.orderSize = orderSize;
        this.visits = visits;
    }

    /** The position's part of an assignment key. */
    String id() {
        return id;
    }

    /** How many orders are taken for one of a seller. */
    double orders() {
        return orders;
    }

    /** How many times as large an order is as a seller's. */
    double orderSize() {
        return orderSize;
    }

    /** How many visits are made for one of a seller. */
    double visits() {
        return visits;
    }

    /** Whether targets are set for it. */
    boolean hasTargets() {
        return this == SELLER || this == KEY_ACCOUNTS;
    }
}
