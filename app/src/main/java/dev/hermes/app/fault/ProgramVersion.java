package dev.hermes.app.fault;

/** Which Hermes this is. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version that the build wrote into the jar. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
