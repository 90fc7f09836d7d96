package dev.hermes.decimal;

/**
 * A sum that may pass 38 digits on the way: only its result has to fit. Exact, so the order of the summands does not
 * matter and partial sums combine. Kept in 192 bits of units of 10^-12, which is room for more than 10^19 summands of
 * the largest size; a sum beyond them throws a {@link DecimalException} of kind OVERFLOW. Starts at zero. Mutable and
 * not thread-safe. {@link WideSums} holds many of these.
 */
public final class WideSum {

    /** The limbs of the sum in two's complement, the top one signed. */
    private long sumTop;
    private long sumHigh;
    private long sumLow;

    /** Adds the number of these two longs, as in {@link DecimalRegister}. */
    public void add(long high, long low) {
        addLimbs(high >> 63, high, low);
    }

    /** Adds a number. */
    public void add(Decimal number) {
        add(number.high(), number.low());
    }

    /** Adds all that another sum holds. */
    public void add(WideSum other) {
        addLimbs(other.sumTop, other.sumHigh, other.sumLow);
    }

    /** Subtracts the number of these two longs. */
    public void subtract(long high, long low) {
        add(Limbs.negatedHigh(high, low), -low);
    }

    /** Subtracts a number. */
    public void subtract(Decimal number) {
        subtract(number.high(), number.low());
    }

    /** Adds the number of these two longs, times a whole count (5 means five times, not five units), exactly. */
    public void addTimes(long high, long low, long count) {
        addLimbs(Limbs.timesTop(high, low, count), Limbs.timesHigh(high, low, count), low * count);
    }

    /** Whether the sum is a number: at most 38 digits. */
    public boolean fits() {
        return sumTop == sumHigh >> 63 && Limbs.fits(sumHigh, sumLow);
    }

    /** The signed upper 64 bits of the sum as a number. Meaningful only if it {@link #fits}. */
    public long high() {
        return sumHigh;
    }

    /** The unsigned lower 64 bits of the sum as a number. Meaningful only if it {@link #fits}. */
    public long low() {
        return sumLow;
    }

    /**
     * The sum as a number.
     *
     * @throws DecimalException
     *             of kind OVERFLOW if it does not fit
     */
    public Decimal toDecimal() {
        if (!fits()) {
            throw DecimalException.overflow("The sum " + this);
        }
        return Decimal.ofBits(sumHigh, sumLow);
    }

    /** The exact sum, whether it fits or not, without trailing zeros. */
    @Override
    public String toString() {
        return DecimalText.toBigDecimal(sumTop, sumHigh, sumLow).toPlainString();
    }

    private void addLimbs(long top, long high, long low) {
        long newLow = sumLow + low;
        long carryOfLow = Limbs.carry(sumLow, low, newLow);
        long newHigh = sumHigh + high + carryOfLow;
        sumTop = Limbs.addTops(sumTop, top, Limbs.carry(sumHigh, high, newHigh));
        sumHigh = newHigh;
        sumLow = newLow;
    }
}
