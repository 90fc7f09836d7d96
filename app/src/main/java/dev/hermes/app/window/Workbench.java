package dev.hermes.app.window;

import dev.hermes.app.data.DataScreen;
import dev.hermes.app.frame.Frame;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.indicators.IndicatorsScreen;
import dev.hermes.app.organisation.OrganisationScreen;
import dev.hermes.app.settings.SettingsFile;

/** The window's content with all of its screens. Of the screen's thread. */
public final class Workbench implements AutoCloseable {

    private final FrameModel model;
    private final Frame frame;

    public Workbench(SettingsFile settings) {
        model = new FrameModel(settings);
        Frame.dress(model.settings().get().theme());
        model.add(new IndicatorsScreen(model));
        model.add(new DataScreen(model));
        model.add(new OrganisationScreen(model));
        frame = new Frame(model);
        // Whatever goes wrong on the screen's thread would otherwise look as if nothing had happened.
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> model.tell(thrown));
    }

    public FrameModel model() {
        return model;
    }

    public Frame frame() {
        return frame;
    }

    /** Closes the workspace after all edits that were begun; waits for nothing. */
    void end() {
        model.end();
    }

    /** Waits until all is written after {@link #end}; of any thread. */
    void awaitEnd() {
        model.background().awaitEnd();
    }

    @Override
    public void close() {
        model.close();
    }
}
