package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several changes are made one. */
class TogetherTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = Workspace.create(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void allAreMade() {
        List<SavedRun> saved = workspace.together(() -> List.of(save("monthly"), save("yearly")));

        assertThat(workspace.runs().all()).containsExactlyInAnyOrderElementsOf(saved);
    }

    @Test
    void noneIsMadeWhereOneFails() {
        assertThatThrownBy(() -> workspace.together(() -> {
            save("monthly");
            throw new IllegalStateException("The second one fails.");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(workspace.runs().all()).isEmpty();
    }

    @Test
    void othersSeeThemWhenAllAreMade() {
        workspace.together(() -> {
            SavedRun saved = save("monthly");
            assertThat(CompletableFuture.supplyAsync(workspace.runs()::all).join()).isEmpty();
            return saved;
        });
        assertThat(workspace.runs().all()).hasSize(1);
    }

    @Test
    void aPartThatFailedIsUndoneAndTheRestGoesOn() {
        workspace.together(() -> {
            save("monthly");
            assertThatThrownBy(() -> workspace.together(() -> {
                save("yearly");
                throw new IllegalStateException("This part fails.");
            })).isInstanceOf(IllegalStateException.class);
            return save("weekly");
        });

        assertThat(workspace.runs().all()).extracting(SavedRun::scheme).containsExactlyInAnyOrder("monthly", "weekly");
    }

    private SavedRun save(String scheme) {
        return workspace.runs().save(new RunRecord(scheme, scheme, "months", "2026-01", "USD",
                new RunOrigin(0, null, "plan", "facts", "inputs", null), List.of()));
    }
}
