package dev.hermes.model;

import java.util.List;
import java.util.stream.Collectors;

/** What was asked cannot be done with this input; each finding says where and what to do. */
public final class FindingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public FindingsException(List<Finding> findings) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
