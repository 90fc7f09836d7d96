package dev.hermes.workspace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of months, which take long to compute. */
class CacheTest {

    private static final Instant MONDAY = Instant.parse("2026-04-06T09:00:00Z");
    private static final CacheKey MARCH = new CacheKey("sum", "march", "facts-1");

    @TempDir
    Path folder;

    private int computed;

    private Path file() {
        return folder.resolve("cache.db");
    }

    private Cache open(Instant now) {
        return Cache.open(file(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The sum as the cache gives it; another one each time it is computed. */
    private String sum(Cache cache, CacheKey key) {
        return cache.get(key, Notation.of(String.class), () -> "sum " + ++computed);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aValueIsFoundInMemoryAndLaterInTheFile() {
        Cache morning = open(MONDAY);
        assertThat(sum(morning, MARCH)).isEqualTo("sum 1");
        assertThat(sum(morning, MARCH)).isEqualTo("sum 1");
        morning.keep();
        Cache evening = open(MONDAY);
        assertThat(sum(evening, MARCH)).isEqualTo("sum 1");
        assertThat(sum(evening, MARCH)).isEqualTo("sum 1");

        assertThat(morning.figures()).extracting(CacheFigures::misses, CacheFigures::memoryHits, CacheFigures::fileHits)
                .containsExactly(1L, 1L, 0L);
        assertThat(evening.figures()).extracting(CacheFigures::misses, CacheFigures::memoryHits, CacheFigures::fileHits,
                CacheFigures::fileValues, CacheFigures::damaged).containsExactly(0L, 1L, 1L, 1L, 0L);
        assertThat(evening.figures().memoryBytes()).isPositive().isEqualTo(evening.figures().fileBytes());
    }

    @Test
    void whatWasMadeFromAnotherVersionIsNeverFound() {
        Cache cache = open(MONDAY);
        sum(cache, MARCH);
        cache.keep();

        CacheKey later = new CacheKey("sum", "march", "facts-2");
        assertThat(sum(cache, later)).isEqualTo("sum 2");
        assertThat(sum(open(MONDAY), later)).as("not kept yet").isEqualTo("sum 3");
        assertThat(sum(open(MONDAY), MARCH)).isEqualTo("sum 1");
    }

    @Test
    void aDamagedValueIsComputedAgainAndNeverShown() throws SQLException {
        Cache cache = open(MONDAY);
        sum(cache, MARCH);
        cache.keep();
        sql("UPDATE cached_values SET bytes = x'0102030405'");

        Cache next = open(MONDAY);
        assertThat(sum(next, MARCH)).isEqualTo("sum 2");
        assertThat(next.figures().damaged()).isEqualTo(1);
        next.keep();
        assertThat(sum(open(MONDAY), MARCH)).as("mended").isEqualTo("sum 2");
    }

    @Test
    void aValueUnderAnotherKeyIsDamageToo() throws SQLException {
        Cache cache = open(MONDAY);
        sum(cache, MARCH);
        cache.keep();
        sql("UPDATE cached_values SET content = 'april'");

        assertThat(sum(open(MONDAY), new CacheKey("sum", "april", "facts-1"))).isEqualTo("sum 2");
    }

    @Test
    void aFileThatIsNoneIsMadeAnew() throws IOException {
        Files.writeString(file(), "This was a letter to the editor. ".repeat(100));

        Cache cache = open(MONDAY);
        sum(cache, MARCH);
        cache.keep();
        assertThat(sum(open(MONDAY), MARCH)).isEqualTo("sum 1");
    }

    @Test
    void whereThereCanBeNoFileMemoryHasToDo() throws IOException {
        Files.createDirectories(file().resolve("in the way"));

        Cache cache = open(MONDAY);
        assertThat(sum(cache, MARCH)).isEqualTo("sum 1");
        assertThat(sum(cache, MARCH)).isEqualTo("sum 1");
        cache.keep();
        assertThat(cache.figures().damaged()).isEqualTo(1);
    }

    @Test
    void whatIsNotUsedForTwoMonthsGoes() {
        CacheKey april = new CacheKey("sum", "april", "facts-1");
        Cache first = open(MONDAY);
        sum(first, MARCH);
        sum(first, april);
        first.keep();
        Cache second = open(MONDAY.plus(Duration.ofDays(40)));
        sum(second, april);
        second.keep();
        Cache third = open(MONDAY.plus(Duration.ofDays(80)));
        sum(third, new CacheKey("sum", "may", "facts-1"));
        third.keep();

        assertThat(third.figures().fileValues()).as("April and May").isEqualTo(2);
        assertThat(sum(open(MONDAY), april)).isEqualTo("sum 2");
    }

    @Test
    void thoseNotUsedForLongestGoWhereTheFileIsFull() throws IOException {
        CacheFile small = CacheFile.open(file(), Clock.fixed(MONDAY, ZoneOffset.UTC), 1_000);
        for (int i = 0; i < 5; i++) {
            small.keep(Map.of(new CacheKey("sum", "month " + i, "1"), new CachedValue(new byte[400], Duration.ZERO)),
                    Set.of());
        }
        assertThat(small.content()).isEqualTo(new CacheFile.Content(2, 800));
        assertThat(small.find(new CacheKey("sum", "month 4", "1")).value()).isPresent();
        assertThat(small.find(new CacheKey("sum", "month 2", "1")).value()).isEmpty();
    }

    @Test
    void whatFailsIsNotRemembered() {
        Cache cache = Cache.inMemory();
        assertThatThrownBy(() -> cache.get(MARCH, Notation.of(String.class), () -> {
            throw new IllegalStateException("no facts");
        })).hasMessage("no facts");
        assertThat(sum(cache, MARCH)).isEqualTo("sum 1");
    }

    @Test
    void digestsTellApartWhatReadsAlike() {
        assertThat(ContentDigest.of(List.of("a, b"))).isNotEqualTo(ContentDigest.of(List.of("a", "b")));
        assertThat(ContentDigest.of("1")).isNotEqualTo(ContentDigest.of(1));
        assertThat(ContentDigest.of(List.of("a"), "b")).isNotEqualTo(ContentDigest.of(List.of("a", "b")));
        assertThat(ContentDigest.of(MARCH)).isEqualTo(ContentDigest.of(new CacheKey("sum", "march", "facts-1")))
                .isNotEqualTo(ContentDigest.of(new CacheKey("sum", "marchfacts-1", "")));
        assertThatThrownBy(() -> ContentDigest.of(new Object())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object has no digest");
    }
}
