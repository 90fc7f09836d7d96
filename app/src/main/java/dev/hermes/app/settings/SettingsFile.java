package dev.hermes.app.settings;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file in which settings are kept. A choice in it that is not known is as if it had not been made. Thread-safe. */
public final class SettingsFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** The file of the user who runs this process, where the operating system has such files. */
    public static SettingsFile ofUser() {
        Map<String, String> environment = System.getenv();
        String home = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path folder;
        if (system.contains("win")) {
            folder = Path.of(environment.getOrDefault("APPDATA", home), "Hermes");
        } else if (system.contains("mac")) {
            folder = Path.of(home, "Library", "Application Support", "Hermes");
        } else {
            String given = environment.getOrDefault("XDG_CONFIG_HOME", "");
            folder = given.isEmpty() ? Path.of(home, ".config", "hermes") : Path.of(given, "hermes");
        }
        return new SettingsFile(folder.resolve("settings.json"));
    }

    /**
     * What was chosen; where there is no file, the initial settings.
     *
     * @throws UnusableFileException
     *             where the file is no longer what was written; it is put aside, so that nothing stands there the next
     *             time
     */
    public Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.initial();
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(file));
        } catch (CharacterCodingException | JacksonException damaged) {
            throw putAside();
        } catch (IOException e) {
            throw UnusableFileException.unreadable(file, e);
        }
        if (!json.isObject()) {
            throw putAside();
        }
        return settings(json);
    }

    private UnusableFileException putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return UnusableFileException.unwritable(file, e);
        }
        return UnusableFileException
                .of(Message.of("The settings in {0} are damaged, so they begin anew. What was there is kept in "
                        + "{1}. Maybe mend it and put it back.", file, aside));
    }

    private static Settings settings(JsonNode json) {
        Settings initial = Settings.initial();
        List<String> recent = new ArrayList<>();
        json.path("recent").forEach(folder -> recent.add(folder.asString()));
        return new Settings(
                json.has("language") ? Language.of(json.get("language").asString()) : initial.language(),
                constant(Settings.Theme.class, json.path("theme"), initial.theme()),
                constant(Settings.Density.class, json.path("density"), initial.density()),
                constant(Numbers.class, json.path("numbers"), initial.numbers()), recent,
                window(json.path("window")), panels(json.path("panels")), columns(json.path("columns")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(json.asString("").toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        return otherwise;
    }

    private static Map<String, Double> panels(JsonNode json) {
        Map<String, Double> panels = new HashMap<>();
        json.properties().forEach(panel -> {
            if (panel.getValue().isNumber()) {
                panels.put(panel.getKey(), panel.getValue().asDouble());
            }
        });
        return panels;
    }

    private static Map<String, Boolean> columns(JsonNode json) {
        Map<String, Boolean> columns = new HashMap<>();
        json.properties().forEach(column -> {
            if (column.getValue().isBoolean()) {
                columns.put(column.getKey(), column.getValue().asBoolean());
            }
        });
        return columns;
    }

    private static Settings.@Nullable Window window(JsonNode json) {
        return json.isObject()
                ? new Settings.Window(json.path("x").asDouble(0), json.path("y").asDouble(0),
                        json.path("width").asDouble(1440), json.path("height").asDouble(900),
                        json.path("maximized").asBoolean(false))
                : null;
    }

    /**
     * Keeps settings: the file is complete or as it was.
     *
     * @throws UnusableFileException
     *             where nothing can be written there
     */
    public synchronized void write(Settings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw UnusableFileException.unwritable(file, e);
        }
        try (StagedFile staged = StagedFile.of(file)) {
            staged.write(
                    writer -> writer.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(settings))));
            staged.publish();
        }
    }

    private static JsonNode json(Settings settings) {
        var json = JSON.createObjectNode();
        json.put("language", settings.language().tag());
        json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        json.put("density", settings.density().name().toLowerCase(Locale.ROOT));
        json.put("numbers", settings.numbers().name().toLowerCase(Locale.ROOT));
        var recent = json.putArray("recent");
        settings.recent().forEach(recent::add);
        Settings.Window window = settings.window();
        if (window != null) {
            json.putObject("window").put("x", window.x()).put("y", window.y()).put("width", window.width())
                    .put("height", window.height()).put("maximized", window.maximized());
        }
        var panels = json.putObject("panels");
        new TreeMap<>(settings.panels()).forEach(panels::put);
        var columns = json.putObject("columns");
        new TreeMap<>(settings.columns()).forEach(columns::put);
        return json;
    }
}
