package dev.hermes.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Texts;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fonts of the workbench have a glyph for whatever it writes, and for the names of people. */
class FontsTest {

    /** Given names and surnames that are beyond GB 2312. */
    private static final String HARD_NAMES = "喆昇垚玥珺赟淼堃旻晗晞曦烨焜煊熠燊琇瑄瑢璟璠祎禛筠翀翯芃芊苡茜菡萱蓥薇蘅袆谞赪逯邴郤郗阚鋆鑫雱雯霁霈靓颢飏骞骥麒麴"
            + "䶮㛃";
    private static final String SIGNS = "→←·…—–−×÷≥≤≠≈ƒ∑✓✗▲▼●“”‘’《》（），。：；、\u00a0\u202f";

    @ParameterizedTest
    @ValueSource(strings = {"HermesSans-Regular", "HermesSans-Bold", "HermesMono-Regular"})
    void everyCharacterHasAGlyph(String name) throws IOException, FontFormatException {
        Font font;
        try (InputStream file = Objects
                .requireNonNull(FontsTest.class.getResourceAsStream("/dev/hermes/themes/fonts/" + name + ".ttf"))) {
            font = Font.createFont(Font.TRUETYPE_FONT, file);
        }
        String written = Stream.of(texts(), samples(), demo(), HARD_NAMES, SIGNS).collect(Collectors.joining());

        assertThat(written.codePoints().filter(character -> !Character.isISOControl(character))
                .filter(character -> !font.canDisplay(character)).distinct().mapToObj(Character::toString)).isEmpty();
    }

    private static String texts() {
        return Arrays.stream(Language.values()).flatMap(language -> Texts.all(language).values().stream())
                .collect(Collectors.joining());
    }

    private static String samples() {
        return Arrays.stream(Numbers.values())
                .flatMap(numbers -> Arrays.stream(Language.values()).map(numbers::sample))
                .collect(Collectors.joining());
    }

    /** The names and documents of the demo. */
    private static String demo() throws IOException {
        StringBuilder all = new StringBuilder(
                Files.readString(Path.of("src/main/java/dev/hermes/app/demo/PersonNames.java")));
        for (String file : new String[] {"company", "facts", "field-sales", "indicators", "key-accounts",
            "team-leads"}) {
            try (InputStream yaml = Objects.requireNonNull(Demo.class.getResourceAsStream(file + ".yaml"))) {
                all.append(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
