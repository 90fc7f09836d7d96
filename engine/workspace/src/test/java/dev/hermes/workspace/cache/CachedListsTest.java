package dev.hermes.workspace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactFiles;
import dev.hermes.local.FactWriter;
import dev.hermes.local.Limits;
import dev.hermes.local.ListedRows;
import dev.hermes.model.Dataset;
import dev.hermes.model.Dataset.Column;
import dev.hermes.model.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many orders there are by channel. */
class CachedListsTest {

    private static final Dataset ORDERS = new Dataset("orders", "orders",
            List.of(new Column("orderId", Type.TEXT, 0, 0), new Column("channel", Type.TEXT, 0, 0)),
            "orderId", null, null, List.of(), List.of(), List.of());
    private static final String BY_CHANNEL = "SELECT channel AS key, count(*) AS rows FROM orders GROUP BY ALL ORDER BY key";

    @TempDir
    Path folder;

    private void add(String order, String channel) {
        try (FactWriter writer = FactWriter.create(folder.resolve("facts"), ORDERS)) {
            writer.append(order, channel);
            writer.finish();
            writer.publish();
        }
    }

    private Cache open() {
        return Cache.open(folder.resolve("cache.db"), Clock.systemUTC());
    }

    private ListedRows byChannel(Cache cache) {
        FactFiles files = FactFiles.in(folder.resolve("facts"));
        try (DuckFacts facts = DuckFacts.open(files, List.of(ORDERS), Limits.standard())) {
            return new CachedLists(facts, files, cache).of(BY_CHANNEL, ORDERS);
        }
    }

    @Test
    void aListIsMadeOnceForTheSameFacts() {
        add("O-1", "App");
        add("O-2", "电话");
        ListedRows expected = new ListedRows(List.of("key", "rows"), List.of(List.of("App", "1"), List.of("电话", "1")));
        Cache morning = open();
        assertThat(byChannel(morning)).isEqualTo(expected);
        assertThat(byChannel(morning)).isEqualTo(expected);
        morning.keep();
        Cache evening = open();
        assertThat(byChannel(evening)).isEqualTo(expected);

        assertThat(morning.figures()).extracting(CacheFigures::misses, CacheFigures::memoryHits).containsExactly(1L,
                1L);
        assertThat(evening.figures()).extracting(CacheFigures::misses, CacheFigures::fileHits).containsExactly(0L, 1L);
    }

    @Test
    void otherFactsMakeAnotherList() {
        Cache cache = open();
        add("O-1", "App");
        byChannel(cache);
        add("O-2", "App");
        assertThat(byChannel(cache).rows()).containsExactly(List.of("App", "2"));
    }
}
