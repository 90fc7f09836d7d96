package dev.hermes.app.tasks;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.Task;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What tasks need to know, as JSON. */
final class Payload {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Payload() {}

    static String of(Record order) {
        return JSON.writeValueAsString(order);
    }

    /**
     * Reads what a task needs to know.
     *
     * @throws FindingsException
     *             where it says more than this program understands: who does half of it does something else
     */
    static <T extends Record> T read(Task task, Class<T> type) {
        try {
            return JSON.readValue(task.payload(), type);
        } catch (JacksonException e) {
            throw new FindingsException(List.of(Finding.error("task " + task.number(), "", null, Message.of(
                    "What it needs to know cannot be read: {0} Maybe a later Hermes Workbench has queued it; then "
                            + "update this one.",
                    e.getOriginalMessage()))));
        }
    }
}
