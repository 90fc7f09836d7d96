package dev.hermes.local;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hands columns over to native code as whole pieces of memory. The consumer asks for one batch after the other, from
 * threads of its own, and says of each when it is done with it. Thread-safe.
 *
 * @see <a href="https://arrow.apache.org/docs/format/CStreamInterface.html">The Arrow C stream interface</a>
 */
final class ArrowStream implements AutoCloseable {

    /** Where the batches come from; asked by one thread at a time. */
    @FunctionalInterface
    interface Source {

        /** The next batch; null after the last one. */
        @Nullable
        Batch next() throws InterruptedException;
    }

    /** The name of a column, and what Arrow calls its type. */
    record Field(String name, String format) {}

    /** Some rows, with the values of each field. */
    record Batch(int rows, List<Values> columns) {}

    /** How many values of a field are missing, and the memory that Arrow defines for its type; NULL where it needs none. */
    record Values(int missing, List<MemorySegment> buffers) {}

    private static final int DONE = 0;
    private static final int INPUT_OUTPUT_ERROR = 5;

    /** By the numbers that native code knows them by: it has no references to objects. */
    private static final Map<Long, ArrowStream> STREAMS = new ConcurrentHashMap<>();
    private static final Map<Long, Arena> BATCHES = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_NUMBER = new AtomicLong();

    private final long number = LAST_NUMBER.incrementAndGet();
    private final List<Field> fields;
    private final Source source;
    /** Lives as long as anyone may ask; native code does so until the database is closed. */
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment struct;
    private volatile MemorySegment problem = MemorySegment.NULL;

    ArrowStream(List<Field> fields, Source source) {
        this.fields = List.copyOf(fields);
        this.source = source;
        struct = ArrowStructs.stream(arena, number);
        STREAMS.put(number, this);
    }

    /** Where the consumer finds the stream. */
    long address() {
        return struct.address();
    }

    /** Hands over nothing more; once nobody asks any more. */
    @Override
    public void close() {
        STREAMS.remove(number);
    }

    /** Called by native code: describes the columns. */
    static int getSchema(MemorySegment stream, MemorySegment target) {
        return answer(stream, asked -> ArrowStructs.writeSchema(target, asked.fields, asked.arena));
    }

    /** Called by native code: hands over the next batch. */
    static int getNext(MemorySegment stream, MemorySegment target) {
        return answer(stream, asked -> {
            Batch batch = asked.source.next();
            if (batch == null) {
                ArrowStructs.writeEnd(target);
            } else {
                long handedOver = LAST_NUMBER.incrementAndGet();
                Arena memory = Arena.ofShared();
                BATCHES.put(handedOver, memory);
                ArrowStructs.writeBatch(target, batch, memory, handedOver);
            }
        });
    }

    /** Called by native code: why the last call failed. */
    static MemorySegment getLastError(MemorySegment stream) {
        ArrowStream asked = STREAMS.get(ArrowStructs.numberOfStream(stream));
        return asked == null ? MemorySegment.NULL : asked.problem;
    }

    /** Called by native code: it needs the memory of a batch no more. */
    static void releaseBatch(MemorySegment batch) {
        Arena memory = BATCHES.remove(ArrowStructs.releaseBatch(batch));
        if (memory != null) {
            memory.close();
        }
    }

    /** Called by native code: it needs a description no more, whose memory is the stream's. */
    static void releaseSchema(MemorySegment schema) {
        ArrowStructs.releaseSchema(schema);
    }

    /** Called by native code: it asks no more. */
    static void releaseStream(MemorySegment stream) {
        ArrowStructs.releaseStream(stream);
    }

    @FunctionalInterface
    private interface Answer {
        void give(ArrowStream asked) throws InterruptedException;
    }

    private static int answer(MemorySegment stream, Answer answer) {
        ArrowStream asked = STREAMS.get(ArrowStructs.numberOfStream(stream));
        if (asked == null) {
            return INPUT_OUTPUT_ERROR;
        }
        try {
            answer.give(asked);
            return DONE;
        } catch (Throwable e) { // What is thrown into native code ends the process.
            asked.problem = asked.arena.allocateFrom(String.valueOf(e.getMessage()));
            return INPUT_OUTPUT_ERROR;
        }
    }
}
