package dev.hermes.workspace.cache;

import dev.hermes.model.CalcInputs;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People, organisation and all else that was brought in beside facts, remembered by its version. Thread-safe. */
public final class CachedInputs {

    private static final Notation<CalcInputs> NOTATION = Notation.of(CalcInputs.class);

    private final Cache cache;

    public CachedInputs(Cache cache) {
        this.cache = cache;
    }

    /**
     * The rows of one version.
     *
     * @param version
     *            the version of all that was brought in
     * @param reading
     *            reads the rows of this version, without balances
     * @param restrictions
     *            which of the rows are read, as codes; null: all
     */
    public CalcInputs get(String version, Supplier<CalcInputs> reading,
            List<@Nullable Collection<String>> restrictions) {
        List<String> parts = restrictions.stream()
                .map(codes -> codes == null ? "all" : ContentDigest.of(codes.stream().sorted().toList())).toList();
        return cache.get(new CacheKey(NOTATION.kind(), ContentDigest.of(parts), version), NOTATION, reading);
    }
}
