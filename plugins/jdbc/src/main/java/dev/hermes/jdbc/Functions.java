package dev.hermes.jdbc;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions that a query may call: those that compute a value of their arguments and do nothing else. There are no
 * others to be had, for databases have hundreds that sleep, read files, take locks or send something somewhere, and
 * anybody may add more.
 */
final class Functions {

    private static final Set<String> NAMES = Stream.of("""
            count sum avg min max stddev stddev_pop stddev_samp variance var_pop var_samp bool_and bool_or every
            string_agg group_concat listagg median percentile_cont percentile_disc mode total
            row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
            coalesce nullif ifnull isnull nvl iif if greatest least decode
            abs sign round trunc truncate ceil ceiling floor mod div power pow sqrt exp ln log log10 log2
            lower upper initcap trim ltrim rtrim btrim left right substr substring mid length char_length
            character_length octet_length concat concat_ws replace translate position strpos instr locate split_part
            substring_index reverse lpad rpad ascii unicode char chr soundex regexp_replace regexp_substr regexp_like
            cast convert to_char to_number to_date to_timestamp date_format str_to_date format
            date time datetime timestamp julianday unixepoch strftime extract date_part date_trunc age
            make_date make_timestamp make_time date_add date_sub adddate subdate datediff timestampdiff timestampadd
            last_day year quarter month week day dayofmonth dayofweek dayofyear weekday hour minute second
            now current_date current_time current_timestamp localtime localtimestamp curdate
            generate_series row rollup cube
            """.split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private Functions() {}

    /** Whether a query may call a function; one that is named with its schema or in quotes it may not. */
    static boolean has(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
