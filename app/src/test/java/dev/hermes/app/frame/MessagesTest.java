package dev.hermes.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

    @TempDir
    Path folder;

    private FrameModel frame;
    private Parent view;

    @BeforeEach
    void open() {
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        view = Offscreen.call(() -> (Parent) new Messages(frame).view());
    }

    @AfterEach
    void close() {
        Offscreen.run(frame::close);
    }

    private List<Node> shown(String style) {
        return Offscreen.call(() -> List.copyOf(view.lookupAll(style)));
    }

    @Test
    void aMessageThatStaysIsLeftAsItIsWhenOthersComeAndGo() {
        Offscreen.run(() -> frame.toast("same", null));
        Node first = shown(".toast").getFirst();
        Offscreen.run(() -> frame.toast("same", null));
        assertThat(shown(".toast")).hasSize(2).contains(first);

        Offscreen.run(() -> frame.toasts().removeLast());
        assertThat(shown(".toast")).containsExactly(first);

        Offscreen.run(() -> frame.tell(new IllegalStateException("one")));
        Node notice = shown(".notice").getFirst();
        Offscreen.run(() -> frame.tell(new IllegalStateException("two")));
        assertThat(shown(".notice")).hasSize(2).contains(notice);
    }
}
