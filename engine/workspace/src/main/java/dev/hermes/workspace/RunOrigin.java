package dev.hermes.workspace;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a run was calculated from: enough to tell later whether the same can be calculated again.
 *
 * @param operation
 *            the number of the last operation on documents that it knew, from which all of them follow as they were; 0
 *            where there was none
 * @param revision
 *            the id of the scheme's revision; null where the scheme was none of the workspace's documents
 * @param fingerprint
 *            names the plan: everything that the documents say, the imported rates among it
 * @param factsVersion
 *            names the facts that were read
 * @param inputsVersion
 *            names the rows beside the facts that were brought in: people, targets and the like
 * @param asOf
 *            what became known later was not read; null: everything was
 */
public record RunOrigin(long operation, @Nullable String revision, String fingerprint, String factsVersion,
        String inputsVersion, @Nullable LocalDate asOf) {}
