package dev.hermes.local;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Writes the structures of the Arrow C data and stream interfaces, on machines of 64 bits: every member takes eight bytes.
 * What to call in the end is in each of them; the number of what it belongs to comes right behind that.
 *
 * @see <a href="https://arrow.apache.org/docs/format/CDataInterface.html">The Arrow C data interface</a>
 */
@SuppressWarnings("restricted") // to write where native code says is what this is for
final class ArrowStructs {

    private static final long MEMBER = Long.BYTES;
    private static final long ALIGNMENT = 64;

    private static final long STREAM_MEMBERS = 5;
    private static final long SCHEMA_MEMBERS = 9;
    private static final long BATCH_MEMBERS = 10;

    private static final String NO_NAME = "";
    private static final String STRUCT = "+s";
    private static final long MAY_BE_MISSING = 2;

    private static final MemorySegment GET_SCHEMA = stub("getSchema",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MemorySegment GET_NEXT = stub("getNext", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MemorySegment GET_LAST_ERROR = stub("getLastError", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MemorySegment RELEASE_STREAM = stub("releaseStream", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MemorySegment RELEASE_SCHEMA = stub("releaseSchema", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MemorySegment RELEASE_BATCH = stub("releaseBatch", FunctionDescriptor.ofVoid(ADDRESS));

    private ArrowStructs() {}

    private static MemorySegment stub(String method, FunctionDescriptor type) {
        try {
            // One for all streams, for good: native code may call it as long as the process lives.
            return Linker.nativeLinker().upcallStub(MethodHandles.lookup().findStatic(ArrowStream.class, method,
                    type.toMethodType()), type, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The method " + method + " of Arrow streams is not there.", e);
        }
    }

    /** A new {@code struct ArrowArrayStream}. */
    static MemorySegment stream(Arena arena, long number) {
        MemorySegment stream = arena.allocate(STREAM_MEMBERS * MEMBER, MEMBER);
        put(stream, 0, GET_SCHEMA);
        put(stream, 1, GET_NEXT);
        put(stream, 2, GET_LAST_ERROR);
        put(stream, 3, RELEASE_STREAM);
        put(stream, 4, number);
        return stream;
    }

    static long numberOfStream(MemorySegment stream) {
        return stream.reinterpret(STREAM_MEMBERS * MEMBER).getAtIndex(JAVA_LONG, STREAM_MEMBERS - 1);
    }

    /** Writes a {@code struct ArrowSchema}. */
    static void writeSchema(MemorySegment target, List<ArrowStream.Field> fields, Arena arena) {
        MemorySegment children = arena.allocate(ADDRESS, fields.size());
        for (int i = 0; i < fields.size(); i++) {
            MemorySegment child = arena.allocate(SCHEMA_MEMBERS * MEMBER, MEMBER);
            writeSchema(child, fields.get(i).name(), fields.get(i).format(), MemorySegment.NULL, 0, arena);
            children.setAtIndex(ADDRESS, i, child);
        }
        writeSchema(target.reinterpret(SCHEMA_MEMBERS * MEMBER), NO_NAME, STRUCT, children, fields.size(), arena);
    }

    private static void writeSchema(MemorySegment schema, String name, String format, MemorySegment children, int count,
            Arena arena) {
        schema.fill((byte) 0);
        put(schema, 0, arena.allocateFrom(format));
        put(schema, 1, arena.allocateFrom(name));
        put(schema, 3, MAY_BE_MISSING);
        put(schema, 4, count);
        put(schema, 5, children);
        put(schema, 7, RELEASE_SCHEMA);
    }

    /** Writes a {@code struct ArrowArray} that says that there are no more. */
    static void writeEnd(MemorySegment target) {
        target.reinterpret(BATCH_MEMBERS * MEMBER).fill((byte) 0);
    }

    /** Writes a {@code struct ArrowArray} with the columns as its children. */
    static void writeBatch(MemorySegment target, ArrowStream.Batch batch, Arena memory, long number) {
        List<ArrowStream.Values> columns = batch.columns();
        MemorySegment children = memory.allocate(ADDRESS, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            MemorySegment child = memory.allocate(BATCH_MEMBERS * MEMBER, MEMBER);
            writeArray(child, batch.rows(), columns.get(i), MemorySegment.NULL, 0, memory, 0);
            children.setAtIndex(ADDRESS, i, child);
        }
        writeArray(target.reinterpret(BATCH_MEMBERS * MEMBER), batch.rows(),
                new ArrowStream.Values(0, List.of(MemorySegment.NULL)), children, columns.size(), memory, number);
    }

    private static void writeArray(MemorySegment array, int rows, ArrowStream.Values values, MemorySegment children,
            int count, Arena memory, long number) {
        List<MemorySegment> buffers = values.buffers();
        MemorySegment copies = memory.allocate(ADDRESS, buffers.size());
        for (int i = 0; i < buffers.size(); i++) {
            copies.setAtIndex(ADDRESS, i, copy(buffers.get(i), memory));
        }
        array.fill((byte) 0);
        put(array, 0, rows);
        put(array, 1, values.missing());
        put(array, 3, buffers.size());
        put(array, 4, count);
        put(array, 5, copies);
        put(array, 6, children);
        put(array, 8, RELEASE_BATCH);
        put(array, 9, number);
    }

    private static MemorySegment copy(MemorySegment buffer, Arena memory) {
        return buffer.equals(MemorySegment.NULL)
                ? MemorySegment.NULL
                : memory.allocate(buffer.byteSize(), ALIGNMENT).copyFrom(buffer);
    }

    /** Marks a stream as released. */
    static void releaseStream(MemorySegment stream) {
        release(stream, STREAM_MEMBERS);
    }

    /** Marks a schema as released. */
    static void releaseSchema(MemorySegment schema) {
        release(schema, SCHEMA_MEMBERS);
    }

    /** Marks a batch as released, and returns its number; 0 for one of its columns. */
    static long releaseBatch(MemorySegment batch) {
        return release(batch, BATCH_MEMBERS);
    }

    private static long release(MemorySegment struct, long members) {
        MemorySegment whole = struct.reinterpret(members * MEMBER);
        put(whole, members - 2, MemorySegment.NULL);
        return whole.getAtIndex(JAVA_LONG, members - 1);
    }

    private static void put(MemorySegment struct, long member, MemorySegment value) {
        struct.setAtIndex(ADDRESS, member, value);
    }

    private static void put(MemorySegment struct, long member, long value) {
        struct.setAtIndex(JAVA_LONG, member, value);
    }
}
