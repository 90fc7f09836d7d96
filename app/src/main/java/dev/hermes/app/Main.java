package dev.hermes.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code hermes} command. */
@Command(name = "hermes", description = "Calculates sales-compensation schemes exactly and explains every figure.",
        mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Runs the command line and ends the process with its exit code: 0 done, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"hermes " + (version == null ? "(not packaged)" : version)};
        }
    }
}
