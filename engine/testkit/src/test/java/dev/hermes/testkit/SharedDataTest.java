package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

    @TempDir
    Path folder;

    @Test
    void liesBesideTheFolderWithTheModules() throws Exception {
        Path module = Files.createDirectories(folder.resolve("project/engine/core"));
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("project/pom.xml"), "<project><modules></modules></project>");

        assertThat(SharedData.shared(null, module)).isEqualTo(folder.resolve("shared"));
    }

    @Test
    void liesBesideTheFolderWithTheBuildScripts() throws Exception {
        Path module = Files.createDirectories(folder.resolve("project/app"));
        Files.createDirectories(folder.resolve("project/.ci"));

        assertThat(SharedData.shared(null, module)).isEqualTo(folder.resolve("shared"));
    }

    @Test
    void liesWhereThePropertySays() {
        assertThat(SharedData.shared("elsewhere", folder)).isEqualTo(folder.resolve("elsewhere"));
        assertThat(SharedData.shared(folder.toString(), folder.resolve("app"))).isEqualTo(folder);
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "HERMES_SHARED_REQUIRED", matches = "1")
    void whatIsAbsentSkipsTheTest() {
        assertThatThrownBy(() -> SharedData.require("data/of-nobody")).isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: there is no data/of-nobody").hasMessageContaining("-Dhermes.shared");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "HERMES_SHARED_REQUIRED", matches = "1")
    void whatIsAbsentFailsTheTestWhereItIsRequired() {
        assertThatThrownBy(() -> SharedData.require("data/of-nobody")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no data/of-nobody");
    }
}
