package dev.hermes.workspace.tasks;

import dev.hermes.workspace.Task;
import dev.hermes.workspace.TaskClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of tasks that share a bound on how many are begun or about to be. Thread-safe. */
final class Lane {

    private final Set<String> kinds;
    private final int capacity;
    /** The numbers of those that have a place. */
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();

    Lane(Set<String> kinds, int capacity) {
        this.kinds = kinds;
        this.capacity = capacity;
    }

    /** Gives places to tasks that can be begun, once half of the places are free. */
    synchronized List<Task> fill(TaskClaims claims) {
        List<Task> entered = new ArrayList<>();
        if (kinds.isEmpty() || taken.size() > capacity / 2) {
            return entered;
        }
        // Some of the first may have their places already.
        for (Task task : claims.ready(kinds, capacity + taken.size())) {
            if (taken.size() < capacity && taken.add(task.number())) {
                entered.add(task);
            }
        }
        return entered;
    }

    /** The task has no place any more. */
    void leave(Task task) {
        taken.remove(task.number());
    }
}
